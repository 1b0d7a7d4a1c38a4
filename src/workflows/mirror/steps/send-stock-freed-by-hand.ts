import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { freedByHand } from "../../../walmart/mirror/freed-by-hand"
import type { LineUnits } from "../../../walmart/updates/payloads/payload-parts"
import { walmartOf } from "../../import/store/load-store"
import { loadSides } from "../../reconciliation/load-sides"
import { isStockSent } from "../../stock/enqueue-stock"
import { sendFreedStock } from "../send-freed-stock"

/** A Medusa order that a person has canceled or edited. */
export interface SendStockFreedByHandStepInput {
  order_id: string
}

/** Has the figures sent of what a person freed and Walmart had canceled before. Not undone: a figure that is sent once more is the same. */
export const sendStockFreedByHandStep = createStep(
  "send-stock-freed-by-hand",
  async ({ order_id }: SendStockFreedByHandStepInput, { container }) => {
    const walmart = walmartOf(container)
    const [row] = await walmart.listWalmartOrders({ order_id }, { relations: ["lines"] })
    if (!row || !isStockSent(walmart, row.account_id)) return new StepResponse({ freed: 0 })
    const [loaded] = await loadSides(container, [order_id])
    if (!loaded || "error" in loaded) return new StepResponse({ freed: 0 })
    const units = freedByHand(loaded.sides, canceledBeforeImport(row.lines))
    const lines = units.map((one) => ({ ...one, left: 0 }))
    const { known } = loaded.sides
    if (units.length > 0) {
      await sendFreedStock(container, row, { action: { kind: "take_out", lines }, known })
    }
    return new StepResponse({ freed: units.length })
  }
)

interface LineRow {
  line_number: string
  quantity: number
  imported_quantity: number
}

function canceledBeforeImport(lines: LineRow[]): LineUnits[] {
  return lines.map(({ line_number: lineNumber, quantity, imported_quantity: imported }) => ({
    lineNumber,
    quantity: Math.max(0, quantity - imported),
  }))
}
