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
  return { ...deps, db: rewriting(deps.db, withoutLaterColumns) }
}

/** The first look of which a call in doubt is not to be seen is believed. */
function withoutSecondRead(sql: string): string {
  return sql.includes("unseen_at") ? "SELECT 0 AS wait_ms WHERE false" : sql
}

function withoutLaterColumns(sql: string): string {
  return sql.replace("RETURNING m.subject, ", "RETURNING 'order' AS subject, ")
}

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
