import { toast } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { TOAST_PLACE } from "../../common/toast-place"
import type { BulkRefusal, BulkResult } from "./bulk"
import { keys } from "../../data/keys"
import { useWords } from "../../words/use-words"

/** Enough to see what is wrong; the table shows the rest. */
const SHOWN_REFUSALS = 3

/** Runs a bulk action and says how many went through, and why others did not. @param done its words for what was done */
export function useBulk<Input>(
  run: (input: Input) => Promise<BulkResult>,
  done: "bulk.retried" | "bulk.refreshed"
) {
  const client = useQueryClient()
  const { t, problem } = useWords()
  const sentenceOf = ({ order, error }: BulkRefusal) =>
    order === null ? problem(error) : `${order}: ${problem(error)}`
  return useMutation({
    mutationFn: run,
    onSuccess: ({ done: count, refusals }) => {
      if (count + refusals.length === 0) return toast.info(t(done, { count }))
      if (refusals.length === 0) return toast.success(t(done, { count }))
      return toast.warning(t("bulk.partly", { done: count, refused: refusals.length }), {
        ...TOAST_PLACE,
        description: refusals.slice(0, SHOWN_REFUSALS).map(sentenceOf).join(" "),
      })
    },
    onError: (error) =>
      toast.error(t("errors.title"), { ...TOAST_PLACE, description: problem(error) }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.all }),
  })
}
