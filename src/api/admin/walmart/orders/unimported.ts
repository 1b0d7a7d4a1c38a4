import type { MedusaContainer } from "@medusajs/framework/types"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type WalmartModuleService from "../../../../modules/walmart/service"
import type { AdminWalmartUnimported, AdminWalmartUnknownItem } from "../../../../types/http"
import { storeSku } from "../../../../walmart/import/plan-checks"
import { customerAskedForAll, offeredReasons } from "../../../../walmart/markets/markets"
import { isFulfilledByOthers, openQuantity } from "../../../../walmart/orders/order"
import { isBeingCanceled } from "../../../../walmart/updates/cancellation/cancel-unimported"
import type { KnownUpdate } from "../../../../walmart/updates/model/update"
import { quantitiesOf } from "../../../../workflows/reconciliation/walmart-side"
import { existingSkus } from "../../../../workflows/shared/existing-ids"
import type { WalmartOrderRow } from "../../../../workflows/shared/find-walmart-rows"
import { showReason } from "../present"

/** What is known around an order that Medusa may have no order of. */
export interface UnimportedAround {
  known: KnownUpdate[]
  hasMedusaOrder: boolean
}

/** What a person can do about an order that could not be imported; null for every other one, and without its account. */
export async function loadUnimported(
  container: MedusaContainer,
  row: WalmartOrderRow,
  { known, hasMedusaOrder }: UnimportedAround
): Promise<AdminWalmartUnimported | null> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const shipNode = { type: row.ship_node_type }
  if (row.imported_at !== null || hasMedusaOrder || isFulfilledByOthers({ shipNode })) return null
  if (!walmart.hasAccount(row.account_id)) return null
  const open = row.lines.filter((line) => openQuantity(quantitiesOf(line)) > 0)
  const customerAsked = customerAskedForAll(
    open.map((line) => ({ customerAskedToCancel: line.customer_asked_to_cancel }))
  )
  const market = walmart.market(row.account_id)
  const isCanceling = isBeingCanceled(known)
  return {
    unknown_items: await unknownItems(container, row),
    can_acknowledge: canAcknowledge(row, known),
    can_cancel: open.length > 0 && !isCanceling,
    is_being_canceled: isCanceling,
    can_leave_out: canLeaveOut(row) && !isCanceling,
    offered_reasons: offeredReasons(market, { customerAsked }).map(showReason),
  }
}

/** One that is canceled waits for nobody anyway; of one that cannot be read, a person knows more than its row. */
function canLeaveOut({ status, left_out_at, import_error_code }: WalmartOrderRow): boolean {
  if (left_out_at !== null || status === "canceled") return false
  return status === "shipped" || import_error_code === "unreadable"
}

function canAcknowledge({ lines }: WalmartOrderRow, known: KnownUpdate[]): boolean {
  const isKnown = known.some(({ payload }) => payload.kind === "acknowledgment")
  return !isKnown && lines.some((line) => quantitiesOf(line).created > 0)
}

async function unknownItems(
  container: MedusaContainer,
  { account_id, lines }: WalmartOrderRow
): Promise<AdminWalmartUnknownItem[]> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const { skuMap } = await walmart.sellingAccount(account_id)
  const names = new Map(lines.map(({ sku, product_name }) => [sku, product_name]))
  const existing = await existingSkus(
    container,
    [...names.keys()].map((sku) => storeSku(sku, skuMap))
  )
  return [...names]
    .filter(([sku]) => !existing.has(storeSku(sku, skuMap)))
    .map(([sku, product_name]) => ({ sku, product_name }))
}
