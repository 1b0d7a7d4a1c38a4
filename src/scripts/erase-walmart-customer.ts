import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { failureOf, oneLine } from "../modules/walmart/common/failure"
import { eraseRequest } from "./lib/arguments"
import { eraseWalmartCustomerWorkflow } from "../workflows/maintenance/erase-walmart-customer"
import { walmartOf } from "../workflows/import/store/load-store"

/**
 * `medusa exec`: blanks who bought Walmart orders, by purchase order or customer order number. May be repeated. Every order is
 * tried; the exit code says when one was refused or is not known.
 * @throws Error that says how to call it; MedusaError that says which orders were left
 */
export default async function eraseWalmartCustomer({ container, args }: ExecArgs): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const left: string[] = []
  for (const number of eraseRequest(args)) {
    const orders = await walmartOf(container).listWalmartOrders({
      $or: [{ purchase_order_id: number }, { customer_order_id: number }],
    })
    if (orders.length === 0) left.push(`There is no Walmart order ${number}.`)
    for (const { id, purchase_order_id } of orders) {
      const { errors } = await eraseWalmartCustomerWorkflow(container).run({
        input: { walmart_order_id: id },
        throwOnError: false,
      })
      if (errors.length > 0) left.push(failureOf(errors[0].error).message)
      else logger.info(oneLine(`Walmart order ${purchase_order_id}: the customer is erased.`))
    }
  }
  if (left.length === 0) return
  throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, left.join("\n"))
}
