import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Logger } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { english, type Phrase } from "../../../walmart/words/phrase"
import { isUnmigrated, logLine, oneLine } from "../common/failure"
import type { KeyPair } from "../config/key-pair"
import { NO_SECRET } from "../config/stored-keys"
import type { WalmartOptions } from "../config/options"
import { deleteKeys, type KeyRow, loadKeys, saveKeys, sealAgain, type SealedKeys } from "./key-sql"
import { createSealer, type Place, SealError, type Sealer } from "./sealing"
import type { Vault } from "./vaults"
import { Refusal } from "../common/refusal"

/** How soon every process works with keys that another one changed. */
const LOOK_EVERY_MS = 5_000

/** Keys that were set in the settings, as far as they are no secret. */
export interface KeyState {
  changedBy: string
  changedAt: Date
  /** Why they cannot be used; null when they are. */
  problem: Phrase[] | null
}

/** The keys of one kind that were set in the settings, as this process knows them: it looks every few seconds for what others changed. */
export class KeyRing {
  private readonly sealer: Sealer | null
  private rows: KeyRow[] = []
  private problems = new Map<string, Phrase[]>()
  private pairs: ReadonlyMap<string, KeyPair> = new Map()
  private timer: NodeJS.Timeout | null = null
  /** The last reading that was asked for; never rejects. */
  private reading: Promise<void> = Promise.resolve()

  constructor(
    private readonly db: Knex,
    private readonly vault: Vault,
    { keysSecret, formerKeysSecrets }: Pick<WalmartOptions, "keysSecret" | "formerKeysSecrets">,
    private readonly logger: Pick<Logger, "warn">
  ) {
    this.sealer = keysSecret
      ? createSealer(
          keysSecret,
          formerKeysSecrets.flatMap((one) => one || [])
        )
      : null
  }

  /** Whether the options have a `keysSecret`, without which nothing is kept. */
  get isOn(): boolean {
    return this.sealer !== null
  }

  /** The keys that are in force over the options' own, by account; another map once something changed. */
  readonly inForce = (): ReadonlyMap<string, KeyPair> => this.pairs

  /** What may be said of an account's keys; null when none were set. */
  stateOf(accountId: string): KeyState | null {
    const row = this.rows.find(({ id }) => id === accountId)
    if (!row) return null
    const { changed_by: changedBy, changed_at: changedAt } = row
    return { changedBy, changedAt, problem: this.problems.get(accountId) ?? null }
  }

  /** Reads the keys, and again every few seconds. Never throws: the store must start. */
  async go(): Promise<void> {
    await this.look()
    if (this.isOn) this.timer ??= setInterval(() => void this.look(), LOOK_EVERY_MS).unref()
  }

  /** Looks no more. */
  stop(): void {
    if (this.timer) clearInterval(this.timer)
  }

  /** Seals keys, so that whoever hands them on hands on nothing secret. @throws MedusaError NOT_ALLOWED without a `keysSecret` */
  seal(id: string, { clientId, clientSecret }: KeyPair): SealedKeys {
    const { sealer } = this
    if (!sealer) throw new Refusal(MedusaError.Types.NOT_ALLOWED, NO_SECRET)
    return {
      id,
      client_id: sealer.seal(clientId, this.place(id, "client_id")),
      client_secret: sealer.seal(clientSecret, this.place(id, "client_secret")),
    }
  }

  /** Opens what {@link seal} made. @throws SealError */
  open(keys: SealedKeys): KeyPair & { isCurrent: boolean } {
    const { sealer } = this
    if (!sealer) throw new SealError("off")
    const at = (column: "client_id" | "client_secret") =>
      sealer.open(keys[column], this.place(keys.id, column))
    const [id, secret] = [at("client_id"), at("client_secret")]
    const isCurrent = id.isCurrent && secret.isCurrent
    return { clientId: id.text, clientSecret: secret.text, isCurrent }
  }

  /** Keeps keys; this process works with them from now on, the others within seconds. */
  async save(keys: SealedKeys, changedBy: string): Promise<void> {
    await saveKeys(this.db, this.vault.table, keys, changedBy)
    await this.refresh()
  }

  /** Takes an account's keys away, so that the options' own are in force again. */
  async remove(accountId: string): Promise<void> {
    await deleteKeys(this.db, this.vault.table, accountId)
    await this.refresh()
  }

  /**
   * Reads what is set now, one reading after the other: of two at once the one that began first could end last and leave older keys.
   * Keys that a former secret sealed are sealed again with the present one.
   */
  async refresh(): Promise<void> {
    const mine = this.reading.then(() => this.read())
    // The next one begins whatever became of this one, whose caller hears of it.
    this.reading = mine.catch(() => undefined)
    await mine
  }

  private async read(): Promise<void> {
    const rows = await loadKeys(this.db, this.vault.table)
    if (JSON.stringify(rows) === JSON.stringify(this.rows)) return
    const problems = new Map<string, Phrase[]>()
    const pairs = new Map<string, KeyPair>()
    for (const row of rows) {
      const opened = await this.openRow(row)
      if (Array.isArray(opened)) problems.set(row.id, opened)
      else pairs.set(row.id, opened)
    }
    this.rows = rows
    this.problems = problems
    this.pairs = pairs
  }

  /** @returns why the keys cannot be used, instead of them */
  private async openRow(row: KeyRow): Promise<KeyPair | Phrase[]> {
    try {
      const { isCurrent, ...pair } = this.open(row)
      if (!isCurrent) await sealAgain(this.db, this.vault.table, row, this.seal(row.id, pair))
      return pair
    } catch (error) {
      if (!(error instanceof SealError)) throw error
      const problem = this.vault.unreadable(row.id, error.why)
      this.logger.warn(oneLine(`Walmart: ${english(problem)}`))
      return problem
    }
  }

  private place(accountId: string, column: keyof Vault["places"]): Place {
    return { accountId, column: this.vault.places[column] }
  }

  private async look(): Promise<void> {
    try {
      await this.refresh()
    } catch (error) {
      if (isUnmigrated(error)) return
      this.logger.warn(logLine("Walmart: the keys set in the settings could not be read", error))
    }
  }
}
