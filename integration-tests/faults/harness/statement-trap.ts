import { type Passing, Relay } from "./relay"

/** Which statement springs the trap: the first that matches. */
export interface Trigger {
  statement: RegExp
}

/**
 * Stands in front of PostgreSQL and springs when a statement comes by: that statement does not arrive any more, nor anything
 * after it. So a process can be killed between two of its statements, and needs no help for that.
 */
export class StatementTrap extends Relay {
  private hasSprung = false
  private statement = /^$/
  private spring: () => void = () => {}

  /** Sets the trap anew. @returns a promise of the moment it springs */
  set({ statement }: Trigger): Promise<void> {
    this.statement = statement
    this.hasSprung = false
    return new Promise((resolve) => (this.spring = resolve))
  }

  /** A statement's first words arrive in one piece: the driver writes each statement at once. */
  protected onPassing({ bytes, direction, pass }: Passing): void {
    if (direction === "request" && !this.hasSprung) this.look(bytes.toString("latin1"))
    if (!this.hasSprung) pass()
  }

  private look(text: string): void {
    this.hasSprung = this.statement.test(text)
    if (this.hasSprung) this.spring()
  }
}
