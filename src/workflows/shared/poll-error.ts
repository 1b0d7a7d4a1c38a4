import { inShort, type Phrase, saying, type Words } from "../../walmart/words/phrase"

/** Why a poll is not complete. */
export interface PollError {
  /** Null when it is complete. Its mark stays where it was otherwise. */
  error: string | null
  /** The error for a translation. */
  error_words: Words | null
}

/** Of a poll that is complete. */
export const NO_ERROR: PollError = { error: null, error_words: null }

/** The first of the reasons, and how many other ones there are. */
export function errorOf(faults: Phrase[][]): PollError {
  if (faults.length === 0) return NO_ERROR
  const { message, words } = saying({ message: inShort(faults), remedy: [] })
  return { error: message, error_words: words }
}
