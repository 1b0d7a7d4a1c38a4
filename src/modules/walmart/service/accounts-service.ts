import { isDeepStrictEqual } from "node:util"
import { MedusaError } from "@medusajs/framework/utils"
import type { WalmartClient } from "../../../walmart/api/client"
import type { Market } from "../../../walmart/markets/market"
import { marketOf } from "../../../walmart/markets/markets"
import { type Absence, absenceOf, absences, type MissingAccount } from "../config/absent-account"
import { english, inARow, type Phrase, phrase } from "../../../walmart/words/phrase"
import { ensureAccounts, unblockAccount } from "../accounts/account-sql"
import { clientFor } from "../accounts/clients"
import { logLine, oneLine } from "../common/failure"
import { Refusal } from "../common/refusal"
import type { AccountOptions } from "../config/options"
import {
  type AccountSettings,
  type KnownSettings,
  knownSettings,
  mapBefore,
  type MapChanges,
} from "../config/settings"
import type { ParsedAccount } from "../config/options-schema"
import { baseUrlOf, sellerOf, twinWords } from "../config/seller"
import type { KeyPair } from "../config/key-pair"
import { changeMap, keepSettings } from "../accounts/settings-sql"
import { formerAccountOf, missingAccounts } from "../accounts/seller-sql"
import { TablesService } from "./tables-service"
import type { AccountId, Loose, MedusaSku, WalmartSku } from "../../../walmart/common/ids"

/** The accounts of the options: their markets, clients and settings, and what is wrong between options and store. */
export class AccountsService extends TablesService {
  private readonly clients = new Map<string, { client: WalmartClient; keys: KeyPair }>()
  private readonly notes = new Set<string>()

  /** Whether the options have the account with its keys; one that is taken out of them leaves its orders behind. */
  readonly hasAccount = (accountId: string): boolean =>
    this.options.accounts.some(({ id }) => id === accountId)

  /** Why the options do not have an account, or have it without keys. */
  readonly absence = (accountId: string): Absence => absenceOf(this.options, accountId)

  /** @throws MedusaError NOT_FOUND when the options have no such account, or have it without keys */
  readonly account = (accountId: string): AccountOptions => {
    const account = this.options.accounts.find(({ id }) => id === accountId)
    if (account) return account
    throw this.absentError(accountId)
  }

  private absentError(accountId: string): Refusal {
    return new Refusal(MedusaError.Types.NOT_FOUND, inARow(this.absence(accountId)))
  }

  /** Rules of the account's market, with the store's overrides. */
  readonly market = (accountId: string): Market => {
    const { market, marketOverrides } = this.account(accountId)
    return marketOf(market, marketOverrides)
  }

  /** The account as it is written in the options, with keys or without. @throws MedusaError NOT_FOUND */
  readonly configured = (accountId: string): ParsedAccount => {
    const account = this.options.configured.find(({ id }) => id === accountId)
    if (account) return account
    throw this.absentError(accountId)
  }

  /** The account's client; one per process and key pair, because it keeps the access token. */
  readonly client = (accountId: string): WalmartClient => {
    const { clientId, clientSecret } = this.account(accountId)
    const keys = { clientId, clientSecret }
    const kept = this.clients.get(accountId)
    if (kept && isDeepStrictEqual(kept.keys, keys)) return kept.client
    const client = this.clientWith(accountId, keys)
    this.clients.set(accountId, { client, keys })
    return client
  }

  /** A client of the account with keys that may not be in force, such as those that are tried before they are saved. */
  readonly clientWith = (accountId: string, keys: KeyPair): WalmartClient =>
    clientFor(this.db, { ...this.configured(accountId), ...keys }, this.options)

  /** Why keys cannot be an account's: they are the seller's of another one, so that each order would be there twice. */
  async keysMistake(accountId: string, keys: KeyPair): Promise<Phrase[] | null> {
    const seller = sellerOf({ ...this.configured(accountId), ...keys })
    const twin = this.options.accounts.find((o) => o.id !== accountId && sellerOf(o) === seller)
    if (twin) return twinWords(accountId, twin.id)
    const former = await formerAccountOf(this.db, accountId, seller)
    return former === null ? null : twinWords(accountId, former)
  }

  /** Makes sure every account with keys has its row, which knows what becomes of the account's refunds. */
  async ensureAccounts(): Promise<void> {
    const accounts = this.options.accounts.map((one) => {
      return { id: one.id, seller: sellerOf(one), refunds: one.refunds }
    })
    await ensureAccounts(this.db, accounts)
  }

  /** Why nothing may be imported for an account, because another one has its seller's orders; null when it may. */
  async sellerMistake(accountId: string): Promise<Phrase | null> {
    const former = await formerAccountOf(this.db, accountId, sellerOf(this.account(accountId)))
    if (former === null) return null
    return phrase("account_renamed", "message", { account: accountId, former })
  }

  /** Accounts that have open orders, but that the options do not name or name without keys. */
  async missingAccounts(): Promise<MissingAccount[]> {
    const ids = this.options.accounts.map(({ id }) => id)
    return missingAccounts(this.db, ids)
  }

  /** Settings of every account: what was edited in the admin, otherwise the options; and which of its refunds are sent. */
  async accountSettings(): Promise<(accountId: string) => KnownSettings> {
    const rows = new Map((await this.listWalmartAccounts({})).map((row) => [row.id, row]))
    return (accountId) => knownSettings(this.account(accountId), rows.get(accountId))
  }

  /** An account's options with the products that staff chose. @throws MedusaError NOT_FOUND */
  async sellingAccount(accountId: string): Promise<AccountOptions> {
    const settings = await this.accountSettings()
    return { ...this.account(accountId), skuMap: settings(accountId).skuMap }
  }

  /** Keeps some settings of an account; what is left out stays. */
  async keepSettings(accountId: string, settings: AccountSettings): Promise<void> {
    await keepSettings(this.db, accountId, settings)
  }

  /** Changes some entries of maps; those that others change meanwhile stay. */
  async changeMaps(accountId: string, changes: MapChanges, set: AccountSettings): Promise<void> {
    const wanted = new Map(Object.entries(set))
    for (const [name, entries = {}] of Object.entries(changes)) {
      await changeMap(this.db, accountId, {
        ...{ name, before: mapBefore(name, this.account(accountId)) },
        set: wanted.get(name) as Record<string, string>,
        takeOut: Object.keys(entries).filter((key) => entries[key] === null),
      })
    }
  }

  /** Keeps which product a Walmart SKU is, in addition to what was chosen for others. */
  async chooseProduct(
    accountId: Loose<AccountId>,
    sku: WalmartSku,
    storeSku: MedusaSku
  ): Promise<void> {
    const chosen = { name: "sku_map", before: {}, set: { [sku]: storeSku }, takeOut: [] }
    await changeMap(this.db, accountId, chosen)
  }

  /** Credentials work again: sends continue at once. */
  async unblockAccount(accountId: string): Promise<void> {
    await unblockAccount(this.db, accountId)
  }

  /** Those of the texts that were not given before in this process, so that each is logged once. */
  readonly newNotes = (texts: string[]): string[] => {
    const fresh = texts.filter((text) => !this.notes.has(text))
    for (const text of fresh) this.notes.add(text)
    return fresh
  }

  /**
   * Says at the start which accounts there are, and what is wrong between the options and what is in the store. Never throws: the store
   * must start.
   */
  protected async checkAccounts(): Promise<void> {
    try {
      await this.sayAccounts()
    } catch (error) {
      this.logger.warn(logLine("Walmart: the accounts of the options could not be checked", error))
    }
  }

  private async sayAccounts(): Promise<void> {
    await this.ensureAccounts()
    for (const { id, market, ...account } of this.options.accounts)
      this.logger.info(
        oneLine(`Walmart: account ${id} (${market}) works with ${baseUrlOf(account)}`)
      )
    const mistakes = this.options.accounts.map(({ id }) => this.sellerMistake(id))
    for (const mistake of await Promise.all(mistakes))
      if (mistake) this.logger.error(oneLine(`Walmart: ${english([mistake])}`))
    for (const absence of absences(this.options, await this.missingAccounts()))
      this.logger.warn(oneLine(`Walmart: ${english(inARow(absence))}`))
  }
}
