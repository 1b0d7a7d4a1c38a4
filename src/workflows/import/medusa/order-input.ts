import type {
  BigNumberInput,
  CreateOrderDTO,
  CreateOrderLineItemDTO,
} from "@medusajs/framework/types"
import { BigNumber, MathBN } from "@medusajs/framework/utils"
import type {
  PlannedItem,
  PlannedOrder,
  PlannedShipping,
  EarlierPackage,
} from "../../../walmart/import/planned-order"
import { paymentIds } from "./ids"

/** Ids chosen for the order when its Walmart order was first seen. */
export interface ChosenIds {
  orderId: string
  /** Line item id by Walmart line number. */
  lineItemIds: Record<string, string>
}

/** What an order keeps of its import, so that a repeated import can resume from the order alone. */
interface ImportMetadata {
  walmart_location_id: string
  walmart_shipped_before_import: EarlierPackage[]
}

/** Units of an item that had left before the import, kept on the item. */
interface ItemMetadata {
  walmart_line_number: string
  walmart_sku: string
  walmart_shipped_before_import?: number
  walmart_delivered_before_import?: number
}

const TAX = {
  code: "walmart",
  description: "Tax collected and remitted by Walmart",
  provider_id: "walmart",
}

/**
 * The order to create, in one piece: items, shipping and the transaction that says Walmart has the money. A Medusa order's total
 * is unit price times quantity plus a percentage, so both are given with all digits the database keeps, and come out to the cent.
 */
export function toOrderInput(planned: PlannedOrder, ids: ChosenIds) {
  const canceled = planned.canceled
    ? {
        status: "canceled",
        canceled_at: new Date(),
        credit_lines: creditLines(planned, ids.orderId),
      }
    : { status: "pending", transactions: transactions(planned, ids.orderId) }
  const imported: ImportMetadata = {
    walmart_location_id: planned.locationId,
    walmart_shipped_before_import: planned.shippedBeforeImport,
  }
  const order: CreateOrderDTO & { id: string } = {
    id: ids.orderId,
    region_id: planned.regionId,
    currency_code: planned.currencyCode,
    sales_channel_id: planned.salesChannelId,
    email: planned.email ?? undefined,
    no_notification: true,
    shipping_address: {
      ...planned.address,
      address_2: planned.address.address_2 ?? undefined,
      province: planned.address.province ?? undefined,
      phone: planned.address.phone ?? undefined,
    },
    items: planned.items.map((item) => lineItem(item, ids.lineItemIds[item.lineNumber])),
    shipping_methods: planned.shipping.map(shippingMethod),
    metadata: { ...planned.metadata, ...imported },
    ...canceled,
  }
  return order
}

/** Hundredths as an amount in the currency's own unit. */
export function majorUnits(hundredths: number): BigNumberInput {
  return new BigNumber(MathBN.div(hundredths, 100))
}

type LineItem = CreateOrderLineItemDTO & { id: string; is_custom_price: boolean }

function lineItem(item: PlannedItem, id: string): LineItem {
  const { variant, quantity, net, list, tax } = item
  const metadata: ItemMetadata = {
    walmart_line_number: item.lineNumber,
    walmart_sku: item.walmartSku,
    ...(item.shipped > 0
      ? {
          walmart_shipped_before_import: item.shipped,
          walmart_delivered_before_import: item.delivered,
        }
      : {}),
  }
  return {
    id,
    title: variant.productTitle,
    subtitle: variant.title,
    thumbnail: variant.thumbnail ?? undefined,
    product_id: variant.productId,
    product_title: variant.productTitle,
    variant_id: variant.id,
    variant_sku: variant.sku,
    variant_title: variant.title,
    quantity,
    requires_shipping: true,
    is_discountable: false,
    is_custom_price: true,
    is_tax_inclusive: false,
    unit_price: each(net, quantity),
    // The price before discounts stands beside it: a discount kept as an adjustment would stay whole when units are canceled.
    compare_at_unit_price: list > net ? each(list, quantity) : undefined,
    tax_lines: taxLines(tax, net),
    metadata: { ...item.extra, ...metadata },
  }
}

function each(hundredths: number, quantity: number): BigNumberInput {
  return new BigNumber(MathBN.div(MathBN.div(hundredths, 100), quantity))
}

function shippingMethod({ name, shippingOptionId, amount, tax }: PlannedShipping) {
  return {
    name,
    shipping_option_id: shippingOptionId,
    amount: majorUnits(amount),
    is_tax_inclusive: false,
    tax_lines: taxLines(tax, amount),
  }
}

function taxLines(tax: number, base: number) {
  if (tax === 0) return []
  return [{ ...TAX, rate: new BigNumber(MathBN.div(MathBN.mult(tax, 100), base)) }]
}

function transactions({ total, currencyCode }: PlannedOrder, orderId: string) {
  if (total === 0) return []
  const { capture, transaction } = paymentIds(orderId)
  return [
    {
      id: transaction,
      amount: majorUnits(total),
      currency_code: currencyCode,
      reference: "capture",
      reference_id: capture,
    },
  ]
}

/** As after Medusa's own cancellation: nothing is owed any more. */
function creditLines({ total }: PlannedOrder, order_id: string) {
  if (total === 0) return []
  return [{ order_id, amount: majorUnits(total), reference: "walmart", reference_id: order_id }]
}
