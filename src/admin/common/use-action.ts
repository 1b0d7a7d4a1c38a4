import { toast } from "@medusajs/ui"
import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query"
import { keys, NATIVE_ORDERS } from "../data/keys"
import { useWords } from "../words/use-words"
import { TOAST_PLACE } from "./toast-place"

/** What an action does after it was done. */
export interface ActionOptions<Result> {
  /** Words of the toast; null for none. */
  done: (result: Result) => string | null
  /** Why it was not done although the call was answered; null when it was. */
  refused?: (result: Result) => string | null
  /** Title of the toast that says why it was not done; "Not saved" when left out. */
  failed?: string
  /** The form shows the error itself. */
  showsError?: boolean
  /** The native order changes too. */
  changesNativeOrder?: boolean
  /** What may be different afterwards, by the beginning of its keys; everything of the plugin when left out, nothing of a mere question. */
  renews?: readonly QueryKey[]
  after?: (result: Result) => void
}

/** A call by a button: says how it went, and has the screens ask again for what it may have changed. */
export function useAction<Input, Result>(
  call: (input: Input) => Promise<Result>,
  options: ActionOptions<Result>
) {
  const { done, showsError = false, changesNativeOrder = false, after } = options
  const renewed = [
    ...(options.renews ?? [keys.all]),
    ...(changesNativeOrder ? [NATIVE_ORDERS] : []),
  ]
  const client = useQueryClient()
  const { t, problem } = useWords()
  const sayWhy = (description: string) =>
    toast.error(options.failed ?? t("errors.title"), { ...TOAST_PLACE, description })
  return useMutation({
    mutationFn: call,
    onSuccess: (result) => {
      const [why, words] = [options.refused?.(result) ?? null, done(result)]
      if (why !== null) return void sayWhy(why)
      if (words) toast.success(words)
      after?.(result)
    },
    onError: (error) => {
      if (!showsError) sayWhy(problem(error))
    },
    onSettled: () => Promise.all(renewed.map((queryKey) => client.invalidateQueries({ queryKey }))),
  })
}
