import { english, type Phrase, phrase, saying, type Words } from "../../../walmart/words/phrase"

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
  const first = faults.at(0)
  if (!first) return NO_ERROR
  const count = new Set(faults.map(english)).size - 1
  const more = count > 0 ? [phrase("poll_more", "message", { count })] : []
  const { message, words } = saying({ message: [...first, ...more], remedy: [] })
  return { error: message, error_words: words }
}
