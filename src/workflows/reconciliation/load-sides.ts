import type { MedusaContainer } from "@medusajs/framework/types"
import { WALMART_MODULE } from "../../modules/walmart"
import type { OrderSide } from "../../modules/walmart/orders/side-sql"
import type WalmartModuleService from "../../modules/walmart/service"
import type { Discrepancy } from "../../walmart/reconciliation/figures/discrepancy"
import type { Sides } from "../../walmart/reconciliation/figures/line-figures"
import { openQuantity } from "../../walmart/orders/order"
import type { KnownUpdate } from "../../walmart/updates/model/update"
import type { ReadingSettings } from "../../walmart/import/order-money"
import {
  type Around,
  type KeptChoice,
  loadAround,
  type SettingsOf,
  shipWhenOf,
} from "./load-around"
import { ownReasonsOf } from "./load-cancelers"
import type { OrderRow } from "./medusa-side/medusa-order-rows"
import { deletedOrder } from "./deleted-order"
import type { LoadedMedusaOrder } from "./medusa-side/load-medusa-orders"
import { toMedusaFacts, toMedusaOrder, type Translation } from "./medusa-side/medusa-order"
import { hasNoItem, quantitiesOf, walmartSide } from "./walmart-side"

/** What a list shows of a Medusa order. */
export type MedusaOrderRow = Pick<OrderRow, "id" | "display_id" | "status">

/** Both sides of one order, and what was found different the last time. */
export interface LoadedSides {
  walmart_order_id: string
  order_id: string
  account_id: string
  sides: Sides
  /** What a list shows of the Medusa order. */
  medusaOrder: MedusaOrderRow
  /** What was decided about shipping its fulfillments. */
  choices: KeptChoice[]
  /** Differences on record; null when there are none. */
  before: Discrepancy[] | null
  /** Keys of those that a person dismissed. */
  dismissed: string[]
}

/** An order that could not be read, and why; or that is deleted in Medusa, as `OrderDeletedError` says. */
export interface UnreadableSides {
  walmart_order_id: string
  order_id: string
  account_id: string
  error: unknown
  before: Discrepancy[] | null
  dismissed: string[]
}

/**
 * Reads both sides of several Medusa orders at once; those that are not Walmart's or whose import is not finished are left out.
 * The updates are read before Walmart's lines, and those before Medusa: what is told in the meantime then looks unfinished, and not
 * forgotten. An order that cannot be translated is answered for itself.
 */
export async function loadSides(
  container: MedusaContainer,
  orderIds: string[]
): Promise<(LoadedSides | UnreadableSides)[]> {
  if (orderIds.length === 0) return []
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const known = await walmart.updatesOfOrders(orderIds)
  const found = await walmart.orderSides(orderIds)
  return loadMedusaSides(container, { found, known, settings: walmart.accountSettings() })
}

/** Walmart's side of orders, in the order in which {@link loadSides} reads it. */
export interface ReadWalmartSide {
  /** Orders with their lines. */
  found: OrderSide[]
  /** Updates by Walmart order, read before the orders. */
  known: ReadonlyMap<string, KnownUpdate[]>
  settings: SettingsOf | Promise<SettingsOf>
}

/** Completes Walmart's side of orders with Medusa's, as {@link loadSides} does for those that nobody has read yet. */
export async function loadMedusaSides(
  container: MedusaContainer,
  { found, known, settings: readSettings }: ReadWalmartSide
): Promise<(LoadedSides | UnreadableSides)[]> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const rows = found.filter(({ imported_at: at }) => at !== null)
  const around = await loadAround(container, walmart, rows, readSettings)
  return rows.flatMap((row): (LoadedSides | UnreadableSides)[] => {
    const order = around.orders.get(row.order_id ?? "")
    const about = aboutRow(row)
    if (!order) return [{ ...about, error: deletedOrder(row, known.get(row.id) ?? []) }]
    try {
      const rest = restOf(walmart, row, order, around)
      const sides = toSides(row, order, known.get(row.id) ?? [], rest)
      return [{ ...about, sides, ...readBeside(order, around) }]
    } catch (error) {
      return [{ ...about, error }]
    }
  })
}

/** What a screen shows of an order beside its sides, so that it reads none of it again. */
function readBeside(
  { order: { id, display_id, status, fulfillments } }: LoadedMedusaOrder,
  { choices }: Around
): Pick<LoadedSides, "medusaOrder" | "choices"> {
  const own = new Set(fulfillments.map((fulfillment) => fulfillment.id))
  return {
    medusaOrder: { id, display_id, status },
    choices: choices.filter((choice) => own.has(choice.fulfillment_id)),
  }
}

function aboutRow(row: OrderSide) {
  return {
    walmart_order_id: row.id,
    order_id: row.order_id ?? "",
    account_id: row.account_id,
    before: row.discrepancies,
    dismissed: (row.dismissed_discrepancies ?? []).map(({ key }) => key),
  }
}

/** What of all this concerns one order. One whose account is gone from the options is read with plain settings. */
function restOf(
  walmart: WalmartModuleService,
  row: OrderSide,
  { order }: LoadedMedusaOrder,
  { cancelers, settings, handled, choices, countries }: Around
): Rest {
  const isConfigured = walmart.hasAccount(row.account_id)
  return {
    ...{ choices, countries },
    canceledBy: cancelers.get(order.id) ?? null,
    shipWhen: shipWhenOf(walmart, row),
    handledReturns: handled(row),
    reading: readingSettings(walmart, row),
    correctionHours: isConfigured
      ? walmart.market(row.account_id).trackingCorrectionHours
      : undefined,
    ...(isConfigured ? settings(row.account_id) : NO_SETTINGS),
  }
}

const NO_SETTINGS = {
  ...{ carrierMap: {}, defaultReason: null, refundReasonMap: {} },
  refundsSentFrom: null,
}

type Rest = Pick<
  Translation,
  | "choices"
  | "countries"
  | "carrierMap"
  | "defaultReason"
  | "refundReasonMap"
  | "refundsSentFrom"
  | "canceledBy"
  | "shipWhen"
> &
  Pick<Sides, "correctionHours" | "handledReturns"> & { reading: ReadingSettings }

function readingSettings(
  walmart: WalmartModuleService,
  { account_id: id }: OrderSide
): ReadingSettings {
  return walmart.hasAccount(id) ? walmart.account(id) : READ_PLAINLY
}

const READ_PLAINLY: ReadingSettings = { chargesPer: "line", onTotalMismatch: "note" }

function toSides(
  row: OrderSide,
  { order, recorded, confirmed, importedPrices }: LoadedMedusaOrder,
  known: KnownUpdate[],
  { correctionHours, handledReturns, reading, ...rest }: Rest
): Sides {
  const translation: Translation = {
    ...rest,
    ...{ recorded, importedPrices },
    lines: row.lines,
    reason: row.cancellation_reason,
    reasonBy: row.cancellation_reason_by,
    ownReasons: ownReasonsOf(row),
  }
  return {
    known,
    medusa: {
      ...toMedusaOrder(order, translation),
      lineCancellations: (row.line_cancellations ?? []).filter(
        ({ id }) => confirmed.includes(id) || (id === order.id && order.canceled_at !== null)
      ),
    },
    walmart: walmartSide(row, reading),
    facts: toMedusaFacts(order, translation, Date.now()),
    unknownLines: row.lines.filter(hasNoItem).map((line) => ({
      lineNumber: line.line_number,
      sku: line.sku,
      open: openQuantity(quantitiesOf(line)),
    })),
    readAt: row.refreshed_at?.getTime() ?? null,
    unread: unreadOf(row),
    ...{ correctionHours, handledReturns },
  }
}

function unreadOf({
  unreadable_since: since,
  unreadable_words: words,
}: OrderSide): Sides["unread"] {
  return since && { since: since.getTime(), why: words ?? [] }
}
