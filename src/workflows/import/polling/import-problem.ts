import type { Failure } from "../../../modules/walmart/common/failure"
import type { Attention } from "../../../walmart/updates/model/update"

const OF_WALMART = new Set(["NotSentError", "UnknownOutcomeError", "NotFoundError", "RefusedError"])

const AGAIN = "Nothing now: the import is tried again with every poll."

/** Why an import failed, for a shop assistant. */
export function attentionOf({ name, message }: Failure): Attention {
  if (name === "UnreadableError") return unreadable(message)
  if (OF_WALMART.has(name)) return { code: "walmart_unavailable", message, remedy: AGAIN }
  return {
    code: "import_failed",
    message: `The import stopped: ${message}`,
    remedy: `${AGAIN} If it keeps failing, show this message and the server's log to whoever runs the store.`,
  }
}

/** An order that Walmart shows in a way this plugin does not understand. */
export function unreadable(message: string): Attention {
  return {
    code: "unreadable",
    message,
    remedy:
      "Look at the order in Seller Center and handle it there before it is due. It is asked for again with every poll; an update of the plugin may be needed to read it.",
  }
}
