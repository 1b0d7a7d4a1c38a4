import { toast } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { keys, NATIVE_ORDERS } from "../lib/keys"
import { useWords } from "./use-words"

/** What an action does after it was done. */
export interface ActionOptions<Result> {
  /** Words of the toast; null for none. */
  done: (result: Result) => string | null
  /** The form shows the error itself. */
  showsError?: boolean
  /** The native order changes too. */
  changesNativeOrder?: boolean
  after?: () => void
}

/** A call that changes something: says how it went, and has every screen of the plugin ask again. */
export function useAction<Input, Result>(
  call: (input: Input) => Promise<Result>,
  { done, showsError = false, changesNativeOrder = false, after }: ActionOptions<Result>
) {
  const client = useQueryClient()
  const { t, problem } = useWords()
  return useMutation({
    mutationFn: call,
    onSuccess: (result) => {
      const words = done(result)
      if (words) toast.success(words)
      after?.()
    },
    onError: (error) => {
      if (!showsError) toast.error(t("errors.title"), { description: problem(error) })
    },
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: keys.all })
      if (changesNativeOrder) await client.invalidateQueries({ queryKey: NATIVE_ORDERS })
    },
  })
}
