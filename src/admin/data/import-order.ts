import type { AdminWalmartImportResponse } from "../../types/http"
import { ApiError, callApi } from "./api"

/** How a successful import ended. */
export type ImportOutcome = Exclude<
  AdminWalmartImportResponse["import"]["outcome"],
  "needs_attention"
>

/**
 * Tries again to make a Medusa order of a Walmart order.
 * @throws ApiError when the call fails, and when the import is still prevented
 */
export async function importOrder(id: string): Promise<ImportOutcome> {
  const path = `walmart/orders/${id}/import`
  return outcomeOf(await callApi<AdminWalmartImportResponse>(path, { method: "POST" }))
}

/**
 * The route answers what still prevents an import as the success of its call; for a person it is a failure.
 * @throws ApiError that says what prevents it and what to do
 */
export function outcomeOf({ import: answer }: AdminWalmartImportResponse): ImportOutcome {
  const { outcome, problem } = answer
  if (outcome !== "needs_attention") return outcome
  const text = [problem?.message, problem?.remedy].filter(Boolean).join(" ")
  throw new ApiError(text, 200, problem)
}
