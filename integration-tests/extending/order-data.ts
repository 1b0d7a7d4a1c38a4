import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { importWalmartOrderWorkflow } from "medusa-plugin-walmart/workflows"

importWalmartOrderWorkflow.hooks.mapOrder(
  async ({ order }) =>
    new StepResponse({
      metadata: { method: order.methodCode },
      items: Object.fromEntries(
        order.lines.map((line) => [line.lineNumber, { channel: "walmart" }])
      ),
    })
)
