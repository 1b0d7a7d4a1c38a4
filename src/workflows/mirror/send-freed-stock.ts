import type { MedusaContainer } from "@medusajs/framework/types"
import { WALMART_MODULE } from "../../modules/walmart"
import type WalmartModuleService from "../../modules/walmart/service"
import type { MirrorAction } from "../../walmart/mirror/action"
import { freedStock, type FreedFrom } from "../../walmart/mirror/freed-stock"
import type { KnownUpdate } from "../../walmart/updates/model/update"
import { shownOrder } from "../reconciliation/walmart-side"
import { enqueueStock } from "../stock/enqueue-stock"

interface WalmartOrderRow {
  account_id: string
  ship_node_id: string | null
  snapshot: Record<string, unknown> | null
  lines: { line_number: string; sku: string }[]
}

/**
 * Has the figures sent of what an action has freed: Walmart restocks nothing that is canceled, whoever canceled it. What was canceled as
 * out of stock elsewhere waits for a recount, as after this plugin's own cancellation.
 */
export async function sendFreedStock(
  container: MedusaContainer,
  row: WalmartOrderRow,
  { action, known }: { action: MirrorAction; known: KnownUpdate[] }
): Promise<void> {
  const { account_id: accountId, ship_node_id: shipNodeId } = row
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const zeroing = walmart.market(accountId).cancellationReasons.filter((one) => one.zeroesStock)
  const zeroingReasons = zeroing.map(({ code }) => code)
  const freed = freedStock(action, { lines: linesOf(row), known, zeroingReasons })
  const wanted = freed.map(({ sku, isZeroed }) => ({
    ...{ accountId, sku, shipNodeId },
    ...(isZeroed ? { hold: "recount" as const } : {}),
  }))
  await enqueueStock(container, wanted)
}

/** Without reasons once Walmart's order as it was read is not kept any more. */
function linesOf(row: WalmartOrderRow): FreedFrom["lines"] {
  const shown = shownOrder(row)?.lines ?? []
  return row.lines.map(({ line_number: lineNumber, sku }) => {
    const statuses = shown.find((line) => line.lineNumber === lineNumber)?.statuses ?? []
    return { lineNumber, sku, statuses }
  })
}
