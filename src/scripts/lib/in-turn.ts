import type {
  RetriedUpdate,
  RetriedUpdates,
} from "../../workflows/updates/retry/steps/retry-updates"

/** Retries page by page until nothing remains. @param retry retries what comes after an update, or the first page */
export async function retryInTurn(
  retry: (after: string | undefined) => Promise<Pick<RetriedUpdates, "results" | "after">>
): Promise<RetriedUpdate[]> {
  const all: RetriedUpdate[] = []
  let after: string | undefined
  do {
    const page = await retry(after)
    all.push(...page.results)
    after = page.after ?? undefined
  } while (after !== undefined)
  return all
}
