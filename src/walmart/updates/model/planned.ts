import type { Problem } from "../../common/problem"
import { saying, wordsOf } from "../../words/phrase"
import type { Attention, PlannedUpdate } from "./update"

/** Who asked for an update, where that is known. */
export function askedBy(requestedBy: string | null): Pick<PlannedUpdate, "requestedBy"> {
  return requestedBy === null ? {} : { requestedBy }
}

/** Several problems as one cause for a person. */
export function asAttention(problems: Problem[]): Attention | null {
  if (problems.length === 0) return null
  const words = problems.map(wordsOf)
  const message = words.flatMap((one) => one.message)
  return { code: problems[0].code, ...saying({ message, remedy: words[0].remedy }) }
}
