import type { PlannedOrder, ImportSettings, StoreSide } from "../planned-order"
import { planOrder } from "../import-order"
import type { Order } from "../../orders/order"
import type { Attention } from "../../updates/model/update"
import { charge, line, option, order, settings, status, store, variant } from "./plan-fixtures"

function planOf(o: Order, s: StoreSide = store(), c: ImportSettings = settings()): PlannedOrder {
  const { planned, attention } = planOrder(o, s, c)
  if (planned) return planned
  throw new Error(`${attention.code}: ${attention.message}`)
}

function notesOf({ notes }: PlannedOrder): string[] {
  return notes.map(({ text }) => text)
}

function problemOf(o: Order, s: StoreSide = store(), c: ImportSettings = settings()): Attention {
  const { attention } = planOrder(o, s, c)
  if (attention) return attention
  throw new Error("an order was planned")
}

describe("what an order becomes", () => {
  it("finds its place in the store", () => {
    expect(planOf(order())).toMatchObject({
      currencyCode: "usd",
      regionId: "reg_usd",
      salesChannelId: "sc_1",
      locationId: "sloc_1",
      email: "relay@relay.walmart.com",
      total: 1350,
      canceled: false,
      metadata: {
        walmart_purchase_order_id: "1799999999001",
        walmart_customer_order_id: "2000010000000001",
        walmart_account_id: "main",
      },
    })
  })

  it("writes the address as Medusa wants it", () => {
    expect(planOf(order()).address).toMatchObject({
      first_name: "Ann",
      last_name: "Mary Lee",
      country_code: "us",
      province: "NY",
    })
  })

  it("says that nobody is named and that the state is missing, where a label has one", () => {
    const nameless = { ...order().address!, name: "", state: null }
    expect(notesOf(planOf(order({ address: nameless })))).toEqual(
      ["recipient's name", "state or province"].map(
        (part) =>
          `The shipping address has no ${part}; look it up in Seller Center before you ship.`
      )
    )
    const abroad = { ...order().address!, state: null, country: "CHL" }
    expect(notesOf(planOf(order({ address: abroad })))).toEqual([])
  })

  it("says what the address lacks while there is something to send", () => {
    const address = { ...order().address!, address1: "", city: "", postalCode: "" }
    expect(notesOf(planOf(order({ address })))).toEqual(
      ["street", "city", "postal code"].map(
        (part) =>
          `The shipping address has no ${part}; look it up in Seller Center before you ship.`
      )
    )
    const sent = [line({ statuses: [status("Shipped", 1, "1Z1")] })]
    expect(notesOf(planOf(order({ address, lines: sent })))).toEqual([])
  })

  it("keeps two lines of one SKU as two items", () => {
    const lines = [line(), line({ lineNumber: "7" })]
    const { items } = planOf(order({ lines }))
    expect(items.map(({ lineNumber, variant: { sku } }) => [lineNumber, sku])).toEqual([
      ["1", "MUG-1"],
      ["7", "MUG-1"],
    ])
  })

  it("maps a Walmart SKU to the store's", () => {
    const lines = [line({ sku: "WM-1" })]
    const [item] = planOf(
      order({ lines }),
      store(),
      settings({ skuMap: { "WM-1": "MUG-2" } })
    ).items
    expect(item).toMatchObject({ walmartSku: "WM-1", variant: { sku: "MUG-2" } })
  })

  it("marks a replacement, which may have no charges at all", () => {
    const lines = [line({ charges: [] })]
    const planned = planOf(
      order({ lines, orderType: "REPLACEMENT", originalCustomerOrderId: "200" })
    )
    expect(planned).toMatchObject({ total: 0, currencyCode: "usd" })
    expect(planned.metadata).toMatchObject({
      walmart_order_type: "REPLACEMENT",
      walmart_original_customer_order_id: "200",
    })
    expect(notesOf(planned)).toEqual(["Replacement for customer order 200."])
  })

  it("imports an oversold order and says so", () => {
    const lines = [line({ quantity: 11 })]
    expect(notesOf(planOf(order({ lines, summaryTotal: 1350 })))).toEqual([
      "Oversold: 11 needed of MUG-1, 10 available at Warehouse.",
    ])
  })

  it("counts a kit's parts against the stock", () => {
    const kit = variant("MUG-1", {
      parts: [{ inventoryItemId: "i", requiredQuantity: 6, available: { sloc_1: 10 } }],
    })
    const lines = [line({ quantity: 2 })]
    const kits = order({ lines, summaryTotal: 1350 })
    expect(notesOf(planOf(kits, store({ variants: [kit] })))).toEqual([
      "Oversold: 12 needed of MUG-1, 10 available at Warehouse.",
    ])
  })
})

describe("money", () => {
  it("folds a discount into the price and keeps the price before it", () => {
    const charges = [
      charge("PRODUCT", 2000, 165),
      charge("PRODUCT", -125, 0, "SubscriptionDiscount"),
    ]
    const planned = planOf(order({ lines: [line({ charges })] }))
    expect(planned.items[0]).toMatchObject({ list: 2000, net: 1875, tax: 165 })
    expect(planned.total).toBe(2040)
  })

  it("puts shipping and its tax on the shipping method", () => {
    const charges = [charge("PRODUCT", 1000), charge("SHIPPING", 599, 50)]
    expect(planOf(order({ lines: [line({ charges })] })).shipping).toEqual([
      { name: "Walmart Standard", shippingOptionId: "so_standard", amount: 599, tax: 50 },
    ])
  })

  it("carries tax on a charge of zero as a charge of its own", () => {
    const charges = [charge("PRODUCT", 0, 83), charge("SHIPPING", 0, 7)]
    const planned = planOf(order({ lines: [line({ charges })] }))
    expect(planned.items[0].tax).toBe(0)
    expect(planned.shipping[1]).toMatchObject({
      name: "Walmart tax without a taxable charge",
      amount: 90,
    })
    expect(planned.total).toBe(90)
  })

  it("adds a charge of a type it does not know", () => {
    const charges = [charge("PRODUCT", 1000), charge("BAG_FEE", 10, 1)]
    const planned = planOf(order({ lines: [line({ charges })] }))
    expect(planned.shipping[1]).toMatchObject({ name: "Other Walmart charges", amount: 11 })
    expect(planned.total).toBe(1011)
  })

  it("refuses a discount beyond the price of its line", () => {
    const charges = [charge("PRODUCT", 1000), charge("PRODUCT", -1001)]
    expect(problemOf(order({ lines: [line({ charges })] }))).toMatchObject({
      code: "charge_not_representable",
      message: expect.stringContaining("discounts of 10.01 on a price of 10.00"),
    })
  })

  it("reads charges per unit when the account says so", () => {
    const lines = [line({ quantity: 3 })]
    expect(planOf(order({ lines }), store(), settings({ chargesPer: "unit" })).total).toBe(4050)
  })

  it.each([
    ["line", 4050, "unit"],
    ["unit", 1350, "line"],
  ] as const)(
    "believes Walmart's total rather than the option %s",
    (chargesPer, summaryTotal, per) => {
      const lines = [line({ quantity: 3 })]
      const planned = planOf(order({ lines, summaryTotal }), store(), settings({ chargesPer }))
      expect(planned).toMatchObject({ total: summaryTotal, chargesPer: per })
      expect(notesOf(planned)).toEqual([
        `Walmart's total shows that its charges are per ${per}, not per ${chargesPer}.`,
      ])
    }
  )

  it("accepts a total that leaves the taxes out", () => {
    const planned = planOf(order({ lines: [line({ quantity: 3 })], summaryTotal: 3750 }))
    expect(planned).toMatchObject({ chargesPer: "unit", total: 4050 })
  })

  it("refuses a total that fits no reading", () => {
    const problem = problemOf(order({ lines: [line({ quantity: 3 })], summaryTotal: 999 }))
    expect(problem.code).toBe("total_mismatch")
    expect(problem.message).toContain("9.99")
    expect(problem.message).toContain("13.50 per line or 40.50 per unit")
    expect(problem.remedy).toContain("onTotalMismatch")
  })

  it("imports it with a note when the account says so", () => {
    const lines = [line({ quantity: 3 })]
    const config = settings({ onTotalMismatch: "note", chargesPer: "unit" })
    const planned = planOf(order({ lines, summaryTotal: 999 }), store(), config)
    expect(planned).toMatchObject({ chargesPer: "unit", total: 4050 })
    expect(notesOf(planned)[0]).toContain("9.99, but its charges add up to 13.50 per line or 40.50")
  })

  it("notes that nothing confirms the reading of several units' charges", () => {
    expect(notesOf(planOf(order({ lines: [line()] })))).toEqual([])
    expect(notesOf(planOf(order({ lines: [line({ quantity: 2 })] })))).toEqual([
      expect.stringContaining("nothing confirms that its charges are per line"),
    ])
  })
})

describe("orders that have a history", () => {
  it("costs whole pesos in Chile, whose peso has no decimals, also after a cancellation", () => {
    const statuses = [status("Cancelled", 1), status("Acknowledged", 2)]
    const charges = [{ ...charge("PRODUCT", 100_000, 19_000), currency: "CLP" }]
    const chilean = order({
      lines: [line({ quantity: 3, charges, statuses })],
      summaryTotal: 79_400,
    })
    const regions = [{ id: "reg_clp", name: "Chile", currencyCode: "clp" }]
    const planned = planOf(chilean, store({ regions }), settings({ currency: "clp" }))
    expect(planned).toMatchObject({ total: 79_400, items: [{ net: 66_700, tax: 12_700 }] })
  })

  it("imports what is not canceled, with its part of the charges", () => {
    const statuses = [status("Cancelled", 1), status("Acknowledged", 2)]
    const planned = planOf(order({ lines: [line({ quantity: 3, statuses })], summaryTotal: 1350 }))
    expect(planned.items[0]).toMatchObject({ quantity: 2, net: 833, tax: 67 })
    expect(notesOf(planned)[0]).toContain("1 of 3 units of MUG-1 (line 1) were canceled")
  })

  it.each([
    [734, []],
    [
      733,
      [
        "Each rounded to the least sum of the currency, its charges add up to 7.34 instead of Walmart's total 7.33; the order was imported with its charges.",
      ],
    ],
  ])(
    "is confirmed by Walmart's total of what is left to the cent, or says so: %d",
    (summaryTotal, notes) => {
      const statuses = [status("Cancelled", 1), status("Acknowledged", 2)]
      const charges = [charge("PRODUCT", 1000, 100)]
      const lines = [line({ quantity: 3, statuses, charges })]
      const planned = planOf(order({ lines, summaryTotal }))
      expect(planned).toMatchObject({ total: 734, items: [{ net: 667, tax: 67 }] })
      expect(notesOf(planned)).toEqual([...notes, expect.stringContaining("1 of 3 units")])
    }
  )

  it("is imported when Walmart's total is nothing because all of it is canceled", () => {
    const lines = [line({ quantity: 2, statuses: [status("Cancelled", 2)] })]
    const planned = planOf(order({ lines, summaryTotal: 0 }))
    expect(planned).toMatchObject({ canceled: true, total: 1350, items: [{ quantity: 2 }] })
    expect(notesOf(planned)).toEqual(["Walmart had canceled the order before it was imported."])
  })

  describe("with a total that fits both readings, with different results", () => {
    const statuses = [status("Cancelled", 1), status("Acknowledged", 1)]
    const lines = [line({ quantity: 2, statuses, charges: [charge("PRODUCT", 1000)] })]
    const doubtful = order({ lines, summaryTotal: 1000 })

    it("asks a person, and names both", () => {
      const problem = problemOf(doubtful)
      expect(problem.code).toBe("total_ambiguous")
      expect(problem.message).toContain(
        "per line, which leave 5.00 to import, and per unit, which leave 10.00"
      )
      expect(problem.remedy).toContain("onTotalMismatch")
    })

    it.each([
      ["line", 500],
      ["unit", 1000],
    ] as const)("takes the account's %s with a note when it says so", (chargesPer, total) => {
      const config = settings({ onTotalMismatch: "note", chargesPer })
      const planned = planOf(doubtful, store(), config)
      expect(planned.total).toBe(total)
      expect(notesOf(planned)[0]).toContain(`imported with its charges per ${chargesPer}`)
    })

    it("says nothing when both make the same of what is left", () => {
      const free = [line({ quantity: 2, statuses, charges: [charge("PRODUCT", 0)] })]
      expect(planOf(order({ lines: free, summaryTotal: 0 })).total).toBe(0)
    })
  })

  it("leaves out a line that is canceled as a whole", () => {
    const canceled = line({ lineNumber: "2", statuses: [status("Cancelled", 1)] })
    const { items } = planOf(order({ lines: [line(), canceled] }))
    expect(items.map(({ lineNumber }) => lineNumber)).toEqual(["1"])
  })

  it("keeps an order whole that is canceled as a whole", () => {
    const planned = planOf(order({ lines: [line({ statuses: [status("Cancelled", 1)] })] }))
    expect(planned).toMatchObject({ canceled: true, total: 1350, items: [{ quantity: 1 }] })
  })

  it("takes over packages by their tracking numbers, not by lines", () => {
    const lines = [
      line({ quantity: 3, statuses: [status("Shipped", 2, "1Z1"), status("Acknowledged", 1)] }),
      line({
        lineNumber: "2",
        quantity: 2,
        statuses: [status("Shipped", 1, "1Z1"), status("Delivered", 1, "1Z2")],
      }),
    ]
    const { shippedBeforeImport, items } = planOf(order({ lines }))
    expect(
      shippedBeforeImport.map(({ package: sent, ...rest }) => [sent?.trackingNumber, rest])
    ).toEqual([
      [
        "1Z1",
        {
          delivered: false,
          lines: [
            { lineNumber: "1", quantity: 2 },
            { lineNumber: "2", quantity: 1 },
          ],
        },
      ],
      ["1Z2", { delivered: true, lines: [{ lineNumber: "2", quantity: 1 }] }],
    ])
    expect(items.map(({ shipped, delivered }) => [shipped, delivered])).toEqual([
      [2, 0],
      [2, 1],
    ])
  })

  it("counts a unit once that Walmart shows as shipped and as refunded", () => {
    const statuses = [status("Shipped", 1, "1Z1"), status("Refund", 1)]
    const { shippedBeforeImport } = planOf(order({ lines: [line({ statuses })] }))
    expect(shippedBeforeImport).toHaveLength(1)
  })

  it("does not ask the stock for units that have left", () => {
    const statuses = [status("Shipped", 20, "1Z1")]
    const lines = [line({ quantity: 20, statuses })]
    expect(notesOf(planOf(order({ lines, summaryTotal: 1350 })))).toEqual([])
  })
})

describe("where an order is sent from", () => {
  it("is the location of its ship node", () => {
    const config = settings({ shipNodes: { "1000001": "sloc_2" }, stockLocationId: "sloc_1" })
    const parts = [{ inventoryItemId: "i", requiredQuantity: 1, available: { sloc_2: 1 } }]
    const there = store({ variants: [variant("MUG-1", { parts })] })
    const planned = planOf(order(), there, config)
    expect(planned.locationId).toBe("sloc_2")
    expect(planned.shipping[0].shippingOptionId).toBe("so_elsewhere")
  })

  it("must be named when the sales channel has several", () => {
    const problem = problemOf(order(), store({ channelLocationIds: ["sloc_1", "sloc_2"] }))
    expect(problem.code).toBe("stock_location_unclear")
    expect(problem.remedy).toContain("Warehouse (sloc_1) or Annex (sloc_2)")
  })

  it("must exist", () => {
    const problem = problemOf(order(), store(), settings({ stockLocationId: "sloc_9" }))
    expect(problem.message).toContain('"sloc_9"')
  })
})

describe("the shipping option", () => {
  it("is the configured one for profile and method", () => {
    const shippingOptions = [
      { id: "so_express", methodCode: "Express" },
      { id: "so_elsewhere", methodCode: "standard", shippingProfileId: "sp_parcels" },
    ]
    const planned = planOf(order(), store(), settings({ shippingOptions }))
    expect(planned.shipping[0].shippingOptionId).toBe("so_elsewhere")
  })

  it("is never one for picking up, which leaves staff no Ship button", () => {
    const pickup = { ...option("so_pickup", "Standard"), isPickup: true }
    const parcels = option("so_parcels", "Anything")
    for (const shippingOptions of [
      [pickup, parcels],
      [parcels, pickup],
    ]) {
      const named = settings({ shippingOptions: [{ id: "so_pickup" }] })
      for (const config of [settings(), named]) {
        const { shipping } = planOf(order(), store({ shippingOptions }), config)
        expect(shipping[0].shippingOptionId).toBe("so_parcels")
      }
    }
    const problem = problemOf(order(), store({ shippingOptions: [pickup] }))
    expect(problem.code).toBe("shipping_option_missing")
    expect(problem.message).toContain('Warehouse has only "Standard", which is for picking up')
  })

  it("is one of a set that several locations share", () => {
    const shared = { ...option("so_shared", "Standard"), locationIds: ["sloc_2", "sloc_1"] }
    const { shipping } = planOf(order(), store({ shippingOptions: [shared] }))
    expect(shipping[0].shippingOptionId).toBe("so_shared")
  })

  it("is never one of another profile, which Medusa's Fulfill screen would refuse", () => {
    const shippingOptions = [option("so_big", "Standard", "sloc_1", "sp_pallets")]
    const problem = problemOf(order(), store({ shippingOptions }))
    expect(problem.code).toBe("shipping_option_missing")
    expect(problem.message).toContain("Product MUG-1")
  })

  it("is there for each profile, and only the first costs something", () => {
    const variants = [variant("MUG-1"), variant("MUG-2", { shippingProfileId: "sp_pallets" })]
    const shippingOptions = [option("so_1", "A"), option("so_2", "B", "sloc_1", "sp_pallets")]
    const charges = [charge("PRODUCT", 1000), charge("SHIPPING", 300)]
    const lines = [line({ charges }), line({ lineNumber: "2", sku: "MUG-2", charges })]
    const { shipping } = planOf(order({ lines }), store({ variants, shippingOptions }))
    expect(shipping.map((one) => [one.shippingOptionId, one.amount])).toEqual([
      ["so_1", 600],
      ["so_2", 0],
    ])
  })
})

describe("an order that cannot be imported", () => {
  it("names the unknown SKU and what to do", () => {
    const problem = problemOf(order({ lines: [line({ sku: "NOPE" })] }))
    expect(problem.code).toBe("unknown_sku")
    expect(problem.message).toBe("No product has the SKU NOPE.")
    expect(problem.remedy).toBe(
      "Choose its product here, or add the SKU NOPE to a product variant."
    )
  })

  it("names the product without a shipping profile", () => {
    const variants = [variant("MUG-1", { shippingProfileId: null })]
    const problem = problemOf(order(), store({ variants }))
    expect(problem).toMatchObject({ code: "shipping_profile_missing" })
    expect(problem.message).toContain('"Product MUG-1"')
  })

  it("says so when there is no country", () => {
    const address = { ...order().address!, country: "" }
    expect(problemOf(order({ address })).message).toBe("The shipping address names no country.")
  })

  it("names the country", () => {
    const address = { ...order().address!, country: "FRA" }
    expect(problemOf(order({ address })).message).toContain('"FRA"')
  })

  it("names the SKU that is not stocked at the location", () => {
    const parts = [{ inventoryItemId: "i", requiredQuantity: 1, available: {} }]
    const problem = problemOf(order(), store({ variants: [variant("MUG-1", { parts })] }))
    expect(problem.message).toBe(
      "SKU MUG-1 is not stocked at Warehouse, where this order is sent from."
    )
  })

  it("needs a region in its currency", () => {
    expect(problemOf(order(), store({ regions: [] })).message).toBe(
      "The store has no region in USD."
    )
  })

  it("needs a region of the account in its currency", () => {
    const problem = problemOf(order(), store(), settings({ regionId: "reg_eur" }))
    expect(problem.message).toContain('"reg_eur"')
  })

  it("needs a sales channel", () => {
    expect(problemOf(order(), store({ salesChannel: null })).code).toBe("sales_channel_missing")
  })

  it("tells all its problems at once", () => {
    const lines = [line({ sku: "A" }), line({ lineNumber: "2", sku: "B" })]
    const { message } = problemOf(order({ lines, address: null }), store({ regions: [] }))
    for (const part of ["SKU A.", "SKU B.", "no shipping address", "no region in USD"]) {
      expect(message).toContain(part)
    }
  })
})

describe("a total that is off by the rounding of single charges", () => {
  const ROUNDED = "Each rounded to the least sum of the currency"
  const taxed = ["1", "2", "3"].map((lineNumber) =>
    line({ lineNumber, charges: [charge("PRODUCT", 1000, 83)] })
  )
  const three = (amount: number) => [line({ quantity: 3, charges: [charge("PRODUCT", amount)] })]

  it.each([
    ["three taxes of 0.825", taxed, 3248, 3249],
    ["three units of 3.335", three(334), 1001, 1002],
    ["three units of 3.333", three(333), 1000, 999],
  ])(
    "holds up nothing: the order has its charges, and a note: %s",
    (_, lines, summaryTotal, total) => {
      const planned = planOf(order({ lines, summaryTotal }))
      expect(planned.total).toBe(total)
      expect(planned.items.reduce((sum, { net, tax }) => sum + net + tax, 0)).toBe(total)
      expect(planned.notes.map(({ text }) => text)).toEqual([expect.stringContaining(ROUNDED)])
    }
  )

  it("is not looked for where a reading fits exactly", () => {
    const lines = [line({ quantity: 2, charges: [charge("PRODUCT", 2, 1)] })]
    expect(notesOf(planOf(order({ lines, summaryTotal: 6 })))).toEqual([
      "Walmart's total shows that its charges are per unit, not per line.",
    ])
  })

  it.each([
    ["one charge of one unit, off by a cent", [line({ charges: [charge("PRODUCT", 1000)] })], 1001],
    ["three lines, off by four cents", taxed, 3245],
    [
      "a hundred units, off by six cents",
      [line({ quantity: 100, charges: [charge("PRODUCT", 100)] })],
      10_006,
    ],
  ])("is a person's to judge where it is off by more: %s", (_, lines, summaryTotal) => {
    expect(problemOf(order({ lines, summaryTotal })).code).toBe("total_mismatch")
  })
})

describe("a line without a price", () => {
  const FREE = /^Line 1 \(MUG-1\) came without a price/

  it.each([
    ["no charges at all", []],
    ["a shipping charge only", [charge("SHIPPING", 500)]],
  ])("is imported for nothing, and is pointed out: %s", (_, charges) => {
    const planned = planOf(order({ lines: [line({ charges }), line({ lineNumber: "2" })] }))
    expect(planned.items[0]).toMatchObject({ net: 0, tax: 0 })
    expect(notesOf(planned)).toEqual([expect.stringMatching(FREE)])
  })

  it("is what a replacement consists of, and a price of nothing is one", () => {
    const replacement = order({ orderType: "REPLACEMENT", lines: [line({ charges: [] })] })
    expect(notesOf(planOf(replacement))).toEqual([expect.stringMatching(/^Replacement/)])
    const gift = order({ lines: [line({ charges: [charge("PRODUCT", 0)] })] })
    expect(notesOf(planOf(gift))).toEqual([])
  })
})
