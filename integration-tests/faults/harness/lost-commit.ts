import { type Passing, Relay } from "./relay"

/** What the server did with the COMMIT before the connection broke. */
export type CommitFate = "done" | "undone"

/**
 * Stands in front of PostgreSQL and breaks every connection at one COMMIT, so that whoever asked for it cannot know whether it
 * was done.
 */
export class LostCommit extends Relay {
  /** COMMITs that were left in doubt. */
  lost = 0
  private statement: RegExp | null = null
  private fate: CommitFate = "done"
  private awaits: "statement" | "commit" | "answer" = "statement"

  /** Loses the first COMMIT behind the next statement that matches. */
  set(statement: RegExp, fate: CommitFate): void {
    this.statement = statement
    this.fate = fate
    this.awaits = "statement"
  }

  protected onPassing({ bytes, direction, pass }: Passing): void {
    if (direction === "request") this.look(bytes.toString("latin1"))
    if (this.awaits !== "answer") return pass()
    if (direction === "request" && this.fate === "done") return pass()
    this.lose()
  }

  private look(text: string): void {
    if (this.awaits === "commit" && /COMMIT/.test(text)) this.awaits = "answer"
    if (this.awaits === "statement" && this.statement?.test(text)) this.awaits = "commit"
  }

  private lose(): void {
    this.statement = null
    this.awaits = "statement"
    this.lost++
    this.cutAll()
  }
}
