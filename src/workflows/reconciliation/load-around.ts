import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderSide } from "../../modules/walmart/orders/side-sql"
import type WalmartModuleService from "../../modules/walmart/service"
import type { ShippingChoice } from "../../modules/walmart/service/orders-service"
import { isContested, loadCancelers } from "./load-cancelers"
import { loadCountries } from "./load-countries"
import { loadHandledReturns } from "./load-handled-returns"
import type { ShipWhen } from "./medusa-side/departure"
import { loadMedusaOrders, type LoadedMedusaOrder } from "./medusa-side/load-medusa-orders"
import type { CarrierChoiceRow } from "./medusa-side/medusa-order"

/** What was decided about shipping one fulfillment. */
export type KeptChoice = ShippingChoice & Pick<CarrierChoiceRow, "fulfillment_id">

/** Reads an account's settings. */
export type SettingsOf = Awaited<ReturnType<WalmartModuleService["accountSettings"]>>

/** What {@link loadAround} reads. */
export type Around = Awaited<ReturnType<typeof loadAround>>

/** What is read of several orders at once, besides Walmart's side. */
export async function loadAround(
  container: MedusaContainer,
  walmart: WalmartModuleService,
  rows: OrderSide[],
  readSettings: SettingsOf | Promise<SettingsOf>
) {
  const contested = rows.filter(isContested).map(({ order_id: id }) => id ?? "")
  const [orders, cancelers, settings] = await Promise.all([
    loadMedusaOrders(
      container,
      rows.map((row) => toAsked(row, shipWhenOf(walmart, row)))
    ),
    loadCancelers(container, contested),
    readSettings,
  ])
  const handled = await loadHandledReturns(walmart, rows, orders)
  const choices = await loadChoices(walmart, [...orders.values()])
  const countries = rows.some((row) => namesCountry(walmart, row.account_id))
    ? await loadCountries(container, [...orders.values()])
    : undefined
  return { orders, cancelers, settings, handled, choices, countries }
}

/** When a parcel of the order's account counts as gone. */
export function shipWhenOf(walmart: WalmartModuleService, { account_id: id }: OrderSide): ShipWhen {
  return walmart.hasAccount(id) ? walmart.account(id).shipWhen : "shipped"
}

function toAsked({ order_id, lines }: OrderSide, shipWhen: ShipWhen) {
  return {
    shipWhen,
    orderId: order_id ?? "",
    itemIds: lines.flatMap(({ line_item_id: id }) => (id ? [id] : [])),
  }
}

function namesCountry(walmart: WalmartModuleService, accountId: string): boolean {
  return walmart.hasAccount(accountId) && walmart.market(accountId).namesShipFromCountry
}

async function loadChoices(
  walmart: WalmartModuleService,
  orders: LoadedMedusaOrder[]
): Promise<KeptChoice[]> {
  const ids = orders.flatMap(({ order }) => order.fulfillments.map(({ id }) => id))
  return ids.length === 0 ? [] : walmart.listWalmartCarrierChoices({ fulfillment_id: ids })
}
