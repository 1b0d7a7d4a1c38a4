import type { Logger } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { isUnmigrated, logLine, UNMIGRATED, unmigrated } from "../common/failure"
import { Refusal } from "../common/refusal"

/** Knows whether the plugin's tables are there, with every column; what needs them is left alone until they are. */
export class Tables {
  private isComplete = false
  private isSaid = false

  /** @param read reads every column of every table of the plugin */
  constructor(
    private readonly read: () => Promise<unknown>,
    private readonly logger: Pick<Logger, "error" | "warn">
  ) {}

  /**
   * Whether the database is migrated. Asks it until it is, and not again; says once in the log when it is not. Never throws: a
   * database that cannot be asked is no reason to say that it lacks a table.
   */
  async ready(): Promise<boolean> {
    if (this.isComplete) return true
    try {
      await this.read()
      this.isComplete = true
    } catch (error) {
      if (isUnmigrated(error)) return this.missing()
      this.logger.warn(logLine("Walmart: whether the database is migrated is not known", error))
    }
    return true
  }

  /** @throws MedusaError NOT_ALLOWED with what to do when the database is not migrated */
  async needed(): Promise<void> {
    if (!(await this.ready())) throw new Refusal(MedusaError.Types.NOT_ALLOWED, unmigrated())
  }

  private missing(): false {
    if (!this.isSaid) this.logger.error(`Walmart: ${UNMIGRATED}`)
    this.isSaid = true
    return false
  }
}
