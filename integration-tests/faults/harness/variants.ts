import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { SenderDeps } from "../../../src/modules/walmart/queue/senders/sender"
import type { Order } from "../../../src/walmart/orders/order"

/** One safeguard taken away, to see that the tests notice. The product has no such switch. */
export type Variant = (typeof VARIANTS)[number]

/** Every safeguard there is to take away. */
export const VARIANTS = [
  "no_read_back",
  "no_second_read",
  "no_fencing",
  "no_enqueued_version",
  "no_settle",
  "no_fed_version",
  "no_late_end",
  "no_zero",
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
    case "no_enqueued_version":
      return { ...deps, db: rewriting(deps.db, withoutEnqueuedVersion) }
    case "no_settle":
      return { ...deps, options: { ...deps.options, settleMs: 0 } }
    case "no_fed_version":
      return { ...deps, db: rewriting(deps.db, withoutFedVersion) }
    case "no_late_end":
      return { ...deps, db: rewriting(deps.db, withoutLateEnd) }
    case "no_zero":
      return { ...deps, db: rewriting(deps.db, withoutZero) }
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

/** A sender of an earlier version: it asks nothing of columns that `toEarlierTables` takes away. */
export function ofEarlierVersion(deps: SenderDeps): SenderDeps {
  return { ...deps, db: rewriting(deps.db, withoutLaterColumns) }
}

/** The first look of which a call in doubt is not to be seen is believed. */
function withoutSecondRead(sql: string): string {
  return sql.includes("unseen_at") ? "SELECT 0 AS wait_ms WHERE false" : sql
}

function withoutLaterColumns(sql: string): string {
  if (sql.includes("INTO walmart_account")) return NO_ACCOUNTS
  return sql.replace("RETURNING m.subject, ", "RETURNING 'order' AS subject, ")
}

/** The account is there already; the arrays are bound all the same. */
const NO_ACCOUNTS = "SELECT WHERE (?::text[], ?::text[], ?::text[]) IS NULL"

type Bindings = readonly Knex.RawBinding[] | Knex.ValueDict

/** A knex whose raw statements are changed on their way, in transactions too. */
function rewriting(db: Knex, rewrite: (sql: string) => string): Knex {
  return new Proxy(db, {
    get(target, name) {
      if (name === "raw") {
        return (sql: string, bindings: Bindings = []) => target.raw(rewrite(sql), bindings)
      }
      if (name === "transaction") {
        return (work: (trx: Knex) => Promise<unknown>) =>
          target.transaction((trx) => work(rewriting(trx, rewrite)))
      }
      return Reflect.get(target, name, target)
    },
  })
}

/** Whoever says so owns the queue. */
function unfenced(sql: string): string {
  return sql.replace(/(?:m\.)?fence = (:fence|\?) AND (?:m\.)?leased/g, "(fence = $1 OR true)")
}

function withoutEnqueuedVersion(sql: string): string {
  return sql.replace(
    /m\.enqueued_version <> :enqueuedVersion/g,
    "(m.enqueued_version <> :enqueuedVersion AND false)"
  )
}

/** What a feed had is what is wanted when it ends. */
function withoutFedVersion(sql: string): string {
  return sql.replace("greatest(s.sent_version, s.fed_version)", "s.wanted_version")
}

/** What a sender wants anew is only what a feed shows that ended late. */
function withoutLateEnd(sql: string): string {
  return sql.replace(
    "SET wanted_version = wanted_version + 1",
    "SET wanted_version = wanted_version"
  )
}

/** Units that arrive after a hold began stay. */
function withoutZero(sql: string): string {
  return sql.replace(
    "s.sent_amount > 0 OR (s.walmart_amount > 0 AND s.read_at > s.held_at) OR",
    "false AND"
  )
}
