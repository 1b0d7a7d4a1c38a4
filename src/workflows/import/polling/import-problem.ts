import type { Failure } from "../../../modules/walmart/common/failure"
import { WALMART_AWAY } from "../../../walmart/import/walmart-away"
import type { Attention } from "../../../walmart/updates/model/update"
import { phrase, say, saying, verbatim } from "../../../walmart/words/phrase"

const OF_WALMART = new Set(["NotSentError", "UnknownOutcomeError", "NotFoundError", "RefusedError"])

/** Why an import failed, for a shop assistant. */
export function attentionOf({ name, message }: Failure): Attention {
  if (name === "UnreadableError") return unreadable(message)
  return OF_WALMART.has(name)
    ? repeating(WALMART_AWAY, message)
    : say("import_failed", { why: message })
}

/** An order that Walmart shows in a way this plugin does not understand. */
export function unreadable(message: string): Attention {
  return repeating("unreadable", message)
}

/** In the words in which it came, because a failure of a workflow's step brings nothing else. */
function repeating(code: typeof WALMART_AWAY | "unreadable", message: string): Attention {
  const remedy = [phrase(code, "remedy", {})]
  return { code, ...saying({ message: verbatim(message), remedy }) }
}
