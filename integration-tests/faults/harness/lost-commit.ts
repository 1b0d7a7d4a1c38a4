import { type Passing, Relay } from "./relay"

/** What the server did with the statement before the connection broke. */
export type CommitFate = "done" | "undone"

/**
 * Stands in front of PostgreSQL and breaks every connection at one statement that is a transaction of its own, so that whoever
 * asked for it cannot know whether it was committed.
 */
export class LostCommit extends Relay {
  /** Commits that were left in doubt. */
  lost = 0
  private statement: RegExp | null = null
  private fate: CommitFate = "done"
  private isUnderWay = false

  /** Loses the commit of the next statement that matches. */
  set(statement: RegExp, fate: CommitFate): void {
    this.statement = statement
    this.fate = fate
    this.isUnderWay = false
  }

  protected onPassing({ bytes, direction, pass }: Passing): void {
    if (direction === "request" && this.statement?.test(bytes.toString("latin1")))
      this.isUnderWay = true
    if (!this.isUnderWay) return pass()
    if (direction === "request" && this.fate === "done") return pass()
    this.lose()
  }

  private lose(): void {
    this.statement = null
    this.isUnderWay = false
    this.lost++
    this.cutAll()
  }
}
