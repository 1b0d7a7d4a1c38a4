import type {
  AdminWalmartDismissBody,
  AdminWalmartRetryBody,
  AdminWalmartUpdate,
} from "../../../types/http"
import { callApi } from "../../data/api"
import { useAction } from "../../common/use-action"
import { useWords } from "../../words/use-words"

/** Sends an update again, as it is or corrected. */
export function useRetry(update: AdminWalmartUpdate, form?: { close: () => void }) {
  const { t } = useWords()
  return useAction(
    (body: AdminWalmartRetryBody) =>
      callApi(`walmart/updates/${update.id}/retry`, { method: "POST", body }),
    {
      done: () => t("update.retried"),
      failed: t("update.notSent"),
      showsError: Boolean(form),
      after: form?.close,
    }
  )
}

/** Takes a dismissal back: the update waits for a person again. */
export function useUndo(update: AdminWalmartUpdate) {
  const { t } = useWords()
  return useAction(() => callApi(`walmart/updates/${update.id}/undo`, { method: "POST" }), {
    done: () => t("update.undone"),
  })
}

/** Gives an update up, with a note why. */
export function useDismiss(update: AdminWalmartUpdate, after: () => void) {
  const { t } = useWords()
  return useAction(
    (body: AdminWalmartDismissBody) =>
      callApi(`walmart/updates/${update.id}/dismiss`, { method: "POST", body }),
    { done: () => t("update.dismissed"), showsError: true, after }
  )
}
