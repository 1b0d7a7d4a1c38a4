/** A line as Walmart's JSON has it; `changes` replace top-level fields. */
export function wireLine(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    lineNumber: "1",
    item: { productName: "Blue Mug", sku: "MUG-1" },
    charges: {
      charge: [
        {
          chargeType: "PRODUCT",
          chargeName: "ItemPrice",
          chargeAmount: { currency: "USD", amount: 12.5 },
          tax: { taxName: "Tax1", taxAmount: { currency: "USD", amount: 1 } },
        },
      ],
    },
    orderLineQuantity: { unitOfMeasurement: "EACH", amount: "1" },
    statusDate: 1790000000000,
    orderLineStatuses: { orderLineStatus: [wireStatus("Created", "1")] },
    fulfillment: { fulfillmentOption: "S2H", shipMethod: "VALUE" },
    ...changes,
  }
}

export function wireStatus(
  status: string,
  amount: unknown,
  more: Record<string, unknown> = {}
): Record<string, unknown> {
  return { status, statusQuantity: { unitOfMeasurement: "EACH", amount }, ...more }
}

/** An order as Walmart's JSON has it; `changes` replace top-level fields. */
export function wireOrder(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    purchaseOrderId: "1799999999001",
    customerOrderId: "2000010000000001",
    customerEmailId: "RELAYTOKEN@relay.walmart.com",
    orderDate: 1790000000000,
    shippingInfo: wireShippingInfo(),
    orderLines: { orderLine: [wireLine()] },
    shipNode: { type: "SellerFulfilled", name: "Main", id: "1000001" },
    ...changes,
  }
}

export function wireShippingInfo(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    phone: "5550100",
    estimatedDeliveryDate: 1790500000000,
    estimatedShipDate: 1790200000000,
    methodCode: "Value",
    postalAddress: {
      name: "Ann Lee",
      address1: "1 Main St",
      address2: null,
      city: "Troy",
      state: "NY",
      postalCode: "12180",
      country: "USA",
      addressType: "RESIDENTIAL",
    },
    ...changes,
  }
}

/** A page of a search. */
export function wireList(orders: unknown, meta: Record<string, unknown> = {}) {
  return { list: { meta: { totalCount: 1, limit: 200, ...meta }, elements: { order: orders } } }
}
