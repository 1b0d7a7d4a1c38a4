import { type Passing, Relay } from "./relay"

/** Which statement springs the trap: the `nth` that matches, the first when not said. */
export interface Trigger {
  statement: RegExp
  nth?: number
}

/**
 * Stands in front of PostgreSQL and springs when a statement comes by: that statement does not arrive any more, nor anything
 * after it. So a process can be killed between two of its statements, and needs no help for that.
 */
export class StatementTrap extends Relay {
  private left = Infinity
  private statement = /^$/
  private spring: () => void = () => {}

  /** Sets the trap anew. @returns a promise of the moment it springs */
  set({ statement, nth = 1 }: Trigger): Promise<void> {
    this.statement = statement
    this.left = nth
    return new Promise((resolve) => (this.spring = resolve))
  }

  /** A statement's first words arrive in one piece: the driver writes each statement at once. */
  protected onPassing({ bytes, direction, pass }: Passing): void {
    if (direction === "request" && this.left > 0) this.look(bytes.toString("latin1"))
    if (this.left > 0) pass()
  }

  private look(text: string): void {
    if (this.statement.test(text) && --this.left === 0) this.spring()
  }
}
