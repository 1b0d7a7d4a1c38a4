import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createHook,
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { chosenFigures } from "../shared/hook-results"

/** A figure as the plugin computed it, before it is sent to Walmart. */
export interface StockFigureToChoose {
  /** Walmart SKU. */
  sku: string
  /** Null for the account's default node. */
  ship_node_id: string | null
  variant_id: string
  stock_location_id: string
  /** Units that Walmart would be shown, after buffer and cap. */
  amount: number
  /** Units that could be sold before buffer and cap; null where Medusa keeps no count. */
  available: number | null
  /** Units on the shelf, reserved or not. */
  stocked: number
}

/** Figures of one account. */
export interface FigureWalmartStockInput {
  account_id: string
  figures: StockFigureToChoose[]
}

export const figureWalmartStockWorkflowId = "figure-walmart-stock"

/**
 * Decides what Walmart is shown of a stock. A store extends it by the hook `chooseFigures`, whose answer holds for sending, for the
 * Stock page and for the daily comparison alike.
 */
export const figureWalmartStockWorkflow = createWorkflow(
  figureWalmartStockWorkflowId,
  function (input: WorkflowData<FigureWalmartStockInput>) {
    const chooseFigures = createHook("chooseFigures", input, { resultValidator: chosenFigures })
    const chosen = chooseFigures.getResult()
    const amounts = transform({ input, chosen }, (data) =>
      data.input.figures.map((figure) => amountOf(figure, data.chosen))
    )
    return new WorkflowResponse(amounts, { hooks: [chooseFigures] })
  }
)

type Chosen = { sku: string; ship_node_id: string | null; amount: number }[]

/** The engine hands on an answer of nothing as an object of its own, so only a list is one. */
function amountOf(
  { sku, ship_node_id: node, amount }: StockFigureToChoose,
  chosen: unknown
): number {
  const list = Array.isArray(chosen) ? (chosen as Chosen) : []
  const own = list.find((one) => one.sku === sku && one.ship_node_id === node)
  return own?.amount ?? amount
}

let isExtended = false
const register = figureWalmartStockWorkflow.hooks.chooseFigures
figureWalmartStockWorkflow.hooks.chooseFigures = (...handlers) => {
  isExtended = true
  return register(...handlers)
}

/**
 * What Walmart shall be shown of each figure, in their order. No workflow runs in a store that has no handler, so that stock is sent
 * there while Medusa's engine is away.
 * @throws whatever the store's handler throws
 */
export async function chooseFigures(
  container: MedusaContainer,
  input: FigureWalmartStockInput
): Promise<number[]> {
  if (!isExtended || input.figures.length === 0) return input.figures.map(({ amount }) => amount)
  const { result } = await figureWalmartStockWorkflow(container).run({ input })
  return result
}
