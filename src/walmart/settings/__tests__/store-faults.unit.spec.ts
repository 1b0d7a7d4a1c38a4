import { english } from "../../words/phrase"
import { type NamedPlaces, storeFaults, type StorePlaces } from "../store-faults"

const faultsOf = (named: NamedPlaces, store: StorePlaces) => storeFaults(named, store).map(english)

const east = { id: "sloc_east", name: "East" }
const west = { id: "sloc_west", name: "West" }

const named: NamedPlaces = { currency: "usd", shipNodes: {}, shippingOptions: [], carrierMap: {} }

const store: StorePlaces = {
  regions: [{ id: "reg_us", name: "US", currencyCode: "usd" }],
  salesChannel: { id: "sc_1", name: "Default" },
  locations: [east, west],
  channelLocationIds: [east.id],
  existing: new Set(["so_1", "sp_1", "manual_manual"]),
}

describe("an account's options beside the store", () => {
  it("fit when everything that is named is there, and one stock location serves the sales channel", () => {
    expect(faultsOf(named, store)).toEqual([])
    const all = {
      ...{ salesChannelId: "sc_1", regionId: "reg_us", stockLocationId: west.id },
      shipNodes: { "1": east.id },
      shippingOptions: [{ id: "so_1", shippingProfileId: "sp_1" }],
      carrierMap: { so_1: "UPS", manual_manual: "UPS" },
    }
    expect(faultsOf({ ...named, ...all }, store)).toEqual([])
  })

  it.each<[Partial<NamedPlaces>, string]>([
    [{ stockLocationId: "sloc_x" }, 'no stock location "sloc_x": correct stockLocationId.'],
    [{ shipNodes: { "7": "sloc_x" } }, 'no stock location "sloc_x": correct shipNodes.7.'],
    [{ regionId: "reg_x" }, 'The region "reg_x" of the account does not exist or is not in USD.'],
    [{ currency: "cad" }, "The store has no region in CAD."],
    [
      { shippingOptions: [{ id: "so_x" }] },
      'no shipping option "so_x": correct shippingOptions.0.id.',
    ],
    [
      { shippingOptions: [{ id: "so_1", shippingProfileId: "sp_x" }] },
      'no shipping profile "sp_x"',
    ],
    [
      { carrierMap: { so_x: "UPS" } },
      'no shipping option or fulfillment provider "so_x": correct carrierMap.so_x.',
    ],
  ])("are said to name what is not there: %j", (more, text) => {
    expect(faultsOf({ ...named, ...more }, store)).toEqual([expect.stringContaining(text)])
  })

  it("are said to lack stockLocationId when several locations serve the sales channel, with the choices", () => {
    const two = { ...store, channelLocationIds: [east.id, west.id] }
    expect(faultsOf(named, two)).toEqual([
      "The sales channel Default has 2 stock locations, so no order can be imported until stockLocationId says which one ships: East (sloc_east), West (sloc_west).",
    ])
    expect(faultsOf({ ...named, stockLocationId: east.id }, two)).toEqual([])
    expect(faultsOf({ ...named, shipNodes: { "7": east.id } }, two)).toEqual([])
  })

  it("are said to lack a location or a sales channel when there is none at all", () => {
    const none = { ...store, channelLocationIds: [] }
    expect(faultsOf(named, none)).toEqual([expect.stringMatching(/has no stock location.*link/)])
    const lost = { ...store, salesChannel: null }
    expect(faultsOf(named, lost)).toEqual([expect.stringContaining("no default sales channel")])
    expect(faultsOf({ ...named, salesChannelId: "sc_x" }, lost)).toEqual([
      'The store has no sales channel "sc_x": correct salesChannelId.',
    ])
  })
})
