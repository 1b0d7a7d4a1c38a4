import { NO_CALL, UnreadableError } from "./errors/errors"

/**
 * The next page's query. Walmart's cursor is one already, beginning with a question mark (docs/walmart-api.md, "Reading orders"), and
 * goes out as it came; one that is a name and no query goes as `nextCursor`, as some clients send it.
 */
export function cursorQuery(cursor: string): string {
  const query = cursor.replace(/^\?+/, "")
  return /^\w+=(?!=|$)/.test(query) ? `?${query}` : `?nextCursor=${encodeURIComponent(query)}`
}

/** What a page means for the walk of its list. */
interface Step {
  /** Cursor that came with the page; null on the last. */
  cursor: string | null
  /** Entries of the list that were shown until now, each once. */
  seen: number
  /** Entries that Walmart counts; null when it does not say. */
  counted: number | null
}

/**
 * Follows the cursors of one list. A repeated cursor is an endless loop, unless the pages since have shown something new:
 * such a list ends where Walmart's count says that all of it was shown.
 * @returns the cursor of the next page, null at the end; throws UnreadableError for a list that loops before its end
 */
export function followCursors(): (step: Step) => string | null {
  const seenAt = new Map<string, number>()
  return ({ cursor, seen, counted }) => {
    if (cursor === null) return null
    const isRound = seenAt.get(cursor) === seen
    seenAt.set(cursor, seen)
    if (!isRound) return cursor
    if (counted !== null && seen >= counted) return null
    throw new UnreadableError(
      `Walmart's list goes round: the page after the last one is one that it has shown before. It has shown ${seen} entries.`,
      NO_CALL
    )
  }
}
