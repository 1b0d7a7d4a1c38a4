import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { UnitPrice } from "../../../walmart/reconciliation/figures/changed-price"

/**
 * Reads what one unit of each line item cost when it was made. An order edit writes its prices next to the line item, which keeps
 * its own.
 * @returns prices by line item id
 */
export async function loadImportedPrices(
  container: MedusaContainer,
  lineItemIds: string[]
): Promise<Map<string, UnitPrice>> {
  if (lineItemIds.length === 0) return new Map()
  const items = await container
    .resolve(Modules.ORDER)
    .listOrderLineItems({ id: lineItemIds }, { relations: ["tax_lines"], take: null })
  return new Map(
    items.map(({ id, unit_price: amount, tax_lines: taxes = [] }) => [
      id,
      { amount: Number(amount), taxRate: taxes.reduce((sum, { rate }) => sum + Number(rate), 0) },
    ])
  )
}
