import type { ImportSettings, StoreSide, Variant } from "../planned-order"
import type { Charge, LineStatusEntry, Order, OrderLine } from "../../orders/order"

export function charge(type: string, amount: number, tax = 0, name = type): Charge {
  return { type, name, currency: "USD", amount, tax }
}

export function status(
  name: LineStatusEntry["status"],
  quantity: number,
  trackingNumber?: string
): LineStatusEntry {
  const shipped = trackingNumber
    ? {
        carrier: "UPS",
        trackingNumber,
        trackingUrl: null,
        shippedAt: 1_790_000_000_000,
        methodCode: "Value",
      }
    : null
  return { status: name, quantity, cancellationReason: null, package: shipped }
}

export function line(over: Partial<OrderLine> = {}): OrderLine {
  const quantity = over.quantity ?? 1
  return {
    lineNumber: "1",
    sku: "MUG-1",
    productName: "Blue Mug",
    quantity,
    charges: [charge("PRODUCT", 1250, 100)],
    statuses: [status("Created", quantity)],
    customerAskedToCancel: false,
    shipMethod: null,
    ...over,
  }
}

export function order(over: Partial<Order> = {}): Order {
  return {
    purchaseOrderId: "1799999999001",
    customerOrderId: "2000010000000001",
    customerEmail: "relay@relay.walmart.com",
    phone: "5550100",
    orderedAt: 1_790_000_000_000,
    shipBy: null,
    deliverBy: null,
    methodCode: "Standard",
    address: {
      name: "Ann Mary Lee",
      address1: "1 Main St",
      address2: null,
      city: "Troy",
      state: "NY",
      postalCode: "12180",
      country: "USA",
      addressType: null,
    },
    shipNode: { type: "SellerFulfilled", id: "1000001", name: "Main" },
    orderType: "REGULAR",
    originalCustomerOrderId: null,
    summaryTotal: null,
    lines: [line()],
    ...over,
  }
}

export function variant(sku: string, over: Partial<Variant> = {}): Variant {
  return {
    id: `variant_${sku}`,
    sku,
    title: "Blue",
    thumbnail: null,
    productId: `prod_${sku}`,
    productTitle: `Product ${sku}`,
    shippingProfileId: "sp_parcels",
    parts: [{ inventoryItemId: `iitem_${sku}`, requiredQuantity: 1, available: { sloc_1: 10 } }],
    ...over,
  }
}

export function store(over: Partial<StoreSide> = {}): StoreSide {
  return {
    variants: [variant("MUG-1"), variant("MUG-2")],
    shippingOptions: [
      option("so_express", "Express"),
      option("so_standard", "Standard"),
      option("so_elsewhere", "Standard", "sloc_2"),
    ],
    regions: [
      { id: "reg_eur", name: "Europe", currencyCode: "eur" },
      { id: "reg_usd", name: "United States", currencyCode: "usd" },
    ],
    salesChannel: { id: "sc_1", name: "Walmart" },
    locations: [
      { id: "sloc_1", name: "Warehouse" },
      { id: "sloc_2", name: "Annex" },
    ],
    channelLocationIds: ["sloc_1"],
    ...over,
  }
}

export function option(id: string, name: string, locationId = "sloc_1", profile = "sp_parcels") {
  const locationIds = [locationId]
  return { id, name, shippingProfileId: profile, locationIds, isPickup: false, countries: ["us"] }
}

export function settings(over: Partial<ImportSettings> = {}): ImportSettings {
  return {
    accountId: "main",
    currency: "usd",
    chargesPer: "line",
    onTotalMismatch: "refuse",
    skuMap: {},
    shipNodes: {},
    shippingOptions: [],
    ...over,
  }
}
