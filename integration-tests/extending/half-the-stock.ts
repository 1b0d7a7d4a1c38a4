import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { figureWalmartStockWorkflow } from "medusa-plugin-walmart/workflows"

figureWalmartStockWorkflow.hooks.chooseFigures(
  async ({ figures }) =>
    new StepResponse(
      figures.map(({ sku, ship_node_id, amount }) => ({
        ...{ sku, ship_node_id },
        amount: Math.floor(amount / 2), // the other half is the shop's
      }))
    )
)
