import { effectiveSettings, entriesSet, mapBefore, storedSettings } from "../settings"

const options = {
  carrierMap: { so_1: "UPS", manual: "USPS" },
  defaultCancellationReason: "SELLER_CANCEL_OUT_OF_STOCK",
  dryRun: false,
  shipNodes: { "1000001": "sloc_1" },
  refundReasonMap: {},
  skuMap: {},
}

describe("effectiveSettings", () => {
  it("follows the options while nobody edited anything", () => {
    expect(effectiveSettings(options, null)).toEqual({
      carrierMap: options.carrierMap,
      shipMethodMap: {},
      shipNodes: options.shipNodes,
      stockLocationId: null,
      defaultReason: "SELLER_CANCEL_OUT_OF_STOCK",
      refundReasonMap: {},
      skuMap: {},
      dryRun: false,
    })
  })

  it("replaces a map as a whole, so that an entry can be taken away", () => {
    const { carrierMap } = effectiveSettings(options, { carrier_map: { so_1: "FedEx" } })
    expect(carrierMap).toEqual({ so_1: "FedEx" })
  })

  it("takes an empty map for no mapping at all, and null for the options' map", () => {
    expect(effectiveSettings(options, { carrier_map: {} }).carrierMap).toEqual({})
    expect(effectiveSettings(options, { carrier_map: null }).carrierMap).toEqual(options.carrierMap)
  })

  it("lets staff switch dry run off although the options have it on", () => {
    expect(effectiveSettings({ ...options, dryRun: true }, { dry_run: false }).dryRun).toBe(false)
  })

  it("puts the stock locations that the setup was told over those of the options", () => {
    const edited = { ship_nodes: { "1000002": "sloc_2" }, stock_location_id: "sloc_3" }
    const { shipNodes, stockLocationId } = effectiveSettings(
      { ...options, stockLocationId: "sloc_1" },
      edited
    )
    expect({ shipNodes, stockLocationId }).toEqual({
      shipNodes: edited.ship_nodes,
      stockLocationId: "sloc_3",
    })
  })

  it("puts chosen products on top of those of the options", () => {
    const ofOptions = { ...options, skuMap: { "W-1": "MUG-1", "W-2": "MUG-2" } }
    const { skuMap } = effectiveSettings(ofOptions, { sku_map: { "W-2": "MUG-9", "W-3": "MUG-3" } })
    expect(skuMap).toEqual({ "W-1": "MUG-1", "W-2": "MUG-9", "W-3": "MUG-3" })
  })

  it("has no default reason when neither staff nor options name one", () => {
    const bare = {
      carrierMap: {},
      shipNodes: {},
      defaultCancellationReason: undefined,
      dryRun: false,
      refundReasonMap: {},
      skuMap: {},
    }
    expect(effectiveSettings(bare, {}).defaultReason).toBeNull()
  })
})

describe("an empty default reason", () => {
  it("takes the options' reason away, which null follows again", () => {
    expect(effectiveSettings(options, { default_reason: "" }).defaultReason).toBeNull()
    expect(effectiveSettings(options, { default_reason: null }).defaultReason).toBe(
      "SELLER_CANCEL_OUT_OF_STOCK"
    )
  })
})

describe("storedSettings", () => {
  it("reads damaged settings as not set, one by one", () => {
    expect(storedSettings({ carrier_map: "UPS", dry_run: true, stray: 1 })).toEqual({
      carrier_map: null,
      dry_run: true,
    })
    expect(storedSettings("broken")).toEqual({})
  })
})

describe("entries of maps that are changed", () => {
  it("are set but for those that are taken out", () => {
    const changes = { sku_map: { one: "MUG-1", two: null }, carrier_map: { ups: "UPS" } }
    expect(entriesSet(changes)).toEqual({ sku_map: { one: "MUG-1" }, carrier_map: { ups: "UPS" } })
  })

  it("change a map as the options have it, until staff have one; chosen products come on top of theirs", () => {
    const account = { ...options, skuMap: { W: "MUG-1" } }
    expect(mapBefore("carrier_map", account)).toEqual(options.carrierMap)
    expect(mapBefore("sku_map", account)).toEqual({})
    expect(mapBefore("ship_method_map", account)).toEqual({})
  })
})
