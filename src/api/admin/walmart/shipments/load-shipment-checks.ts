import type { MedusaContainer } from "@medusajs/framework/types"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type WalmartModuleService from "../../../../modules/walmart/service"
import type {
  AdminWalmartShipmentCheck,
  AdminWalmartShipmentsCheckResponse,
  AdminWalmartWantedShipment,
  WalmartText,
} from "../../../../types/http"
import {
  afterShipment,
  dryShipment,
  type DryShipment,
} from "../../../../walmart/checks/dry-shipment"
import { parcelNumber } from "../../../../walmart/carriers/formats/parcel-number"
import { sharedConcerns } from "../../../../walmart/checks/shared-numbers"
import { linesNamed } from "../../../../walmart/checks/wanted-lines"
import { ownValue } from "../../../../walmart/common/own-value"
import type { LineUnits } from "../../../../walmart/updates/payloads/payload-parts"
import type { PlanInput } from "../../../../walmart/updates/model/sides"
import { toPlan } from "../../../../workflows/reconciliation/load-plans"
import { loadSides } from "../../../../workflows/reconciliation/load-sides"
import type { WalmartOrderRow } from "../../../../workflows/shared/find-walmart-rows"
import { loadPacking, type Packing } from "./load-packing"
import { ordersNamed } from "./orders-named"
import { refusedCheck, showShipmentCheck } from "./show-shipment-check"
import { inARow, type Phrase, phrase, phrases, textIn } from "../../../../walmart/words/phrase"

/** What the orders of all wanted shipments are like; `plans` moves on with each shipment that is thought of. */
interface Known {
  walmart: WalmartModuleService
  plans: Map<string, PlanInput>
  packing: Map<string, Packing>
  carrierMaps: Awaited<ReturnType<WalmartModuleService["accountSettings"]>>
  /** Numbers of the shipments before, with the purchase order they are for. */
  taken: Map<string, string>
}

/** Thinks the shipments through, one after the other, each upon what the ones before it leave; in the order of the question. */
export async function loadShipmentChecks(
  container: MedusaContainer,
  wanted: AdminWalmartWantedShipment[]
): Promise<AdminWalmartShipmentsCheckResponse> {
  const named = await ordersNamed(
    container,
    wanted.map(({ order }) => order)
  )
  const rows = [...named.values()].flatMap((one) => ("row" in one ? one.row : []))
  const known = await loadKnown(container, rows)
  const shipments: AdminWalmartShipmentCheck[] = []
  for (const one of wanted) {
    const found = named.get(one.order)
    const isFound = found !== undefined && "row" in found
    shipments.push(
      isFound ? await check(known, found.row, one) : refusedCheck(null, found?.refusal ?? [])
    )
  }
  return { shipments, carriers: carriersOf(known.walmart, rows) }
}

async function loadKnown(container: MedusaContainer, rows: WalmartOrderRow[]): Promise<Known> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const ids = [...new Set(rows.flatMap(({ order_id: id }) => id ?? []))]
  const [sides, packing, carrierMaps] = await Promise.all([
    loadSides(container, ids),
    loadPacking(container, ids),
    walmart.accountSettings(),
  ])
  const plans = sides.flatMap((one): [string, PlanInput][] =>
    "error" in one || !walmart.hasAccount(one.account_id)
      ? []
      : [[one.walmart_order_id, toPlan(walmart, one).input]]
  )
  return { walmart, packing, carrierMaps, plans: new Map(plans), taken: new Map() }
}

async function check(
  known: Known,
  row: WalmartOrderRow,
  wanted: AdminWalmartWantedShipment
): Promise<AdminWalmartShipmentCheck> {
  const input = known.plans.get(row.id)
  const packing = known.packing.get(row.order_id ?? "")
  if (!input || !packing) return refusedCheck(row, unknownOf(known.walmart, row))
  const labels = wanted.labels.map(({ tracking_number, tracking_url }) => ({
    trackingNumber: tracking_number,
    trackingUrl: tracking_url || null,
  }))
  const units = unitsOf(row, wanted)
  if ("refusal" in units) return refusedCheck(row, units.refusal)
  const mapped = mappedBy(known, row, packing)
  const dry = dryShipment(input, { labels, carrier: wanted.carrier || null, mapped, ...units })
  if (dry.state === "ready") known.plans.set(row.id, afterShipment(input, dry, labels))
  const concerns = await concernsOf(known, row, dry)
  return showShipmentCheck({ row, input, packing, dry, concerns })
}

function unitsOf(
  { lines }: WalmartOrderRow,
  { items }: AdminWalmartWantedShipment
): { lines: LineUnits[] | null } | { refusal: Phrase[] } {
  if (!items) return { lines: null }
  const named = lines.map(({ line_number, sku, quantity }) => ({
    lineNumber: line_number,
    ...{ sku, quantity },
  }))
  const wanted = items.map((one) =>
    "sku" in one ? one : { lineNumber: one.line_number, quantity: one.quantity }
  )
  return linesNamed(wanted, named)
}

function mappedBy({ walmart, carrierMaps }: Known, row: WalmartOrderRow, { mapped_by }: Packing) {
  if (!walmart.hasAccount(row.account_id)) return null
  const { carrierMap } = carrierMaps(row.account_id)
  const carriers = mapped_by.map((id) => ownValue(carrierMap, id) ?? null)
  return carriers.find((carrier) => carrier !== null) ?? null
}

/** A number of another order, be it saved or only wanted here, is asked about. */
async function concernsOf(
  { walmart, taken }: Known,
  row: WalmartOrderRow,
  dry: DryShipment
): Promise<WalmartText[]> {
  if (dry.state !== "ready") return []
  const numbers = dry.checks.map(({ trackingNumber }) => trackingNumber).filter(Boolean)
  const saved = await walmart.sharedNumbers(row.id, numbers)
  const here = numbers.flatMap((trackingNumber) => {
    const parcel = parcelNumber(trackingNumber)
    const other = taken.get(parcel) ?? row.purchase_order_id
    if (other === row.purchase_order_id) taken.set(parcel, other)
    return other === row.purchase_order_id ? [] : [{ trackingNumber, purchaseOrderIds: [other] }]
  })
  return [...dry.concerns, ...sharedConcerns([...saved, ...here])].map(({ words }) => textIn(words))
}

function unknownOf(walmart: WalmartModuleService, row: WalmartOrderRow): Phrase[] {
  const about = { order: row.purchase_order_id }
  if (row.order_id === null) {
    const others = "fulfilled_by_others"
    return [phrase(others, "message_order", about), phrase(others, "remedy_list", {})]
  }
  if (row.imported_at === null) return phrases("ship_unknown", about, "not_imported")
  if (!walmart.hasAccount(row.account_id)) return inARow(walmart.absence(row.account_id))
  return phrases("ship_unknown", about)
}

function carriersOf(walmart: WalmartModuleService, rows: WalmartOrderRow[]): string[] {
  const accounts = [...new Set(rows.map(({ account_id }) => account_id))]
  const known = accounts.filter((id) => walmart.hasAccount(id))
  return [...new Set(known.flatMap((id) => [...walmart.market(id).carriers]))]
}
