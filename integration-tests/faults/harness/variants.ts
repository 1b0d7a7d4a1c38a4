import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { SenderDeps } from "../../../src/modules/walmart/queue/sender-deps"
import type { Order } from "../../../src/walmart/orders/order"

/** One safeguard taken away, to see that the tests notice. The product has no such switch. */
export type Variant = (typeof VARIANTS)[number]

/** Every safeguard there is to take away. */
export const VARIANTS = [
  "no_read_back",
  "no_second_read",
  "no_fencing",
  "no_dirty_counter",
  "no_settle",
] as const

/** What a sender works with, without the safeguard. */
export function withoutSafeguard(deps: SenderDeps, variant: Variant | undefined): SenderDeps {
  switch (variant) {
    case undefined:
      return deps
    case "no_read_back":
      return { ...deps, client: { ...deps.client, getOrder: blindly(deps.client.getOrder) } }
    case "no_second_read":
      return { ...deps, db: rewriting(deps.db, withoutSecondRead) }
    case "no_fencing":
      return { ...deps, db: rewriting(deps.db, unfenced) }
    case "no_dirty_counter":
      return { ...deps, db: rewriting(deps.db, withoutDirtyCounter) }
    case "no_settle":
      return { ...deps, options: { ...deps.options, settleMs: 0 } }
  }
}

/** Shows an order as if nothing had happened to it yet, as a sender that never reads would think of it. */
function blindly(getOrder: (purchaseOrderId: string) => Promise<Order>) {
  return async (purchaseOrderId: string): Promise<Order> => {
    const order = await getOrder(purchaseOrderId)
    const lines = order.lines.map((line) => ({
      ...line,
      statuses: [
        {
          status: "Acknowledged" as const,
          quantity: line.quantity,
          cancellationReason: null,
          package: null,
        },
      ],
    }))
    return { ...order, lines }
  }
}

/** A sender as of the first version's tables: it asks nothing of columns that came later. */
export function ofFirstVersion(deps: SenderDeps): SenderDeps {
  return { ...deps, db: rewriting(deps.db, withoutLaterColumns, withoutLaterValues) }
}

/** The first look of which a call in doubt is not to be seen is believed. */
function withoutSecondRead(sql: string): string {
  return sql.includes("unseen_at") ? "SELECT 0 AS wait_ms WHERE false" : sql
}

const FIRST_ACCOUNTS =
  "INSERT INTO walmart_account (id) SELECT g.id FROM unnest(?::text[], ?::text[]) AS g(id, seller) ON CONFLICT (id) DO NOTHING"

function withoutLaterColumns(sql: string): string {
  return withoutSecondRead(sql)
    .replace(/m\.refusals/g, "0 AS refusals")
    .replace(/refusals = :refusals,/g, "")
    .replace(/^INSERT INTO walmart_account .*$/s, FIRST_ACCOUNTS)
    .replace(/^\s*UPDATE walmart_order SET revision .*$/s, "SELECT 1 WHERE ?::text IS NULL")
    .replace(/raw_total = CASE .*? END,/, "")
    .replace(/content_hash = excluded\.content_hash,/, "")
    .replace(/, total, raw_total\)/, ", total)")
    .replace(/,\s+jsonb_build_object\('value', \(l\.total\)::text, 'precision', \d+\)/, "")
}

/** Columns of an order's row that the first version has not. */
const LATER_ORDER_COLUMNS = ["raw_total", "content_hash"]

/** An order's row without the values of columns that are not there. */
const withoutLaterValues: Shorten = (sql, bindings) => {
  const [, list] = /^INSERT INTO walmart_order \(([^)]*)\)/.exec(sql) ?? []
  if (!list || !Array.isArray(bindings)) return [sql, bindings]
  const names = list.split(", ")
  const isKept = (_: unknown, place: number) => !LATER_ORDER_COLUMNS.includes(names[place])
  const kept = names.filter(isKept)
  const shorter = sql
    .replace(list, kept.join(", "))
    .replace(/VALUES \([^)]*\)/, `VALUES (${kept.map(() => "?").join(", ")})`)
  return [shorter, bindings.filter(isKept)]
}

type Bindings = readonly Knex.RawBinding[] | Knex.ValueDict

/** Takes a column away together with its value. */
type Shorten = (sql: string, bindings: Bindings) => [string, Bindings]

const same: Shorten = (sql, bindings) => [sql, bindings]

/** A knex whose raw statements are changed on their way, in transactions too. */
function rewriting(db: Knex, rewrite: (sql: string) => string, shorten: Shorten = same): Knex {
  return new Proxy(db, {
    get(target, name) {
      if (name === "raw") {
        return (sql: string, bindings: Bindings = []) =>
          target.raw(...shorten(rewrite(sql), bindings))
      }
      if (name === "transaction") {
        return (work: (trx: Knex) => Promise<unknown>) =>
          target.transaction((trx) => work(rewriting(trx, rewrite, shorten)))
      }
      return Reflect.get(target, name, target)
    },
  })
}

/** Whoever says so owns the mailbox. */
function unfenced(sql: string): string {
  return sql.replace(/(?:m\.)?lease = (:lease|\?) AND (?:m\.)?leased/g, "(lease = $1 OR true)")
}

function withoutDirtyCounter(sql: string): string {
  return sql.replace(/m\.dirty <> :dirty/g, "(m.dirty <> :dirty AND false)")
}
