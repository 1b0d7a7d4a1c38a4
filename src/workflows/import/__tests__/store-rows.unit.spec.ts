import { type ShippingOptionRow, toShippingOption, toVariant } from "../store/store-rows"

const location = { id: "sloc_1" }
const other = { id: "sloc_2" }

function optionIn(
  set: NonNullable<NonNullable<ShippingOptionRow["service_zone"]>["fulfillment_set"]> | null,
  more: Partial<ShippingOptionRow> = {}
): ShippingOptionRow {
  const service_zone = { geo_zones: [{ country_code: "us" }, null], fulfillment_set: set }
  return { id: "so_1", name: "Parcels", shipping_profile_id: "sp_1", service_zone, ...more }
}

describe("a shipping option, as Medusa answers it", () => {
  it.each([
    [location, ["sloc_1"]],
    [
      [location, other],
      ["sloc_1", "sloc_2"],
    ],
    [[location, null], ["sloc_1"]],
    [[null], []],
    [null, []],
    [undefined, []],
  ])("belongs to every location of its set: %j", (linked, locationIds) => {
    const [option] = toShippingOption(optionIn({ type: "shipping", location: linked }))
    expect(option).toMatchObject({ locationIds, isPickup: false, countries: ["us"] })
  })

  it.each(["pickup", "delivery", undefined])("of a set of type %s is not sent", (type) => {
    expect(toShippingOption(optionIn({ type, location }))).toMatchObject([{ isPickup: true }])
  })

  it("counts no more when its zone or set is gone, or when it is for returns", () => {
    expect(toShippingOption(optionIn(null))).toEqual([])
    expect(toShippingOption(optionIn({ location }, { service_zone: null }))).toEqual([])
    const rules = [null, { attribute: "is_return", value: true }]
    expect(toShippingOption(optionIn({ type: "shipping", location }, { rules }))).toEqual([])
  })
})

describe("a variant, as Medusa answers it", () => {
  const product = { id: "prod_1", title: "Mug", thumbnail: null }
  const variant = { id: "variant_1", sku: "MUG-1", title: "Blue", thumbnail: null }
  const levels = [{ location_id: "sloc_1", stocked_quantity: 5, reserved_quantity: 2 }, null]

  it("may have lists where one thing belongs, and gaps in lists", () => {
    const row = {
      ...variant,
      manage_inventory: true,
      product: { ...product, shipping_profile: [null, { id: "sp_1" }] },
      inventory_items: [
        null,
        { inventory_item_id: "i", required_quantity: 2, inventory: { location_levels: levels } },
        { inventory_item_id: "j", required_quantity: 1, inventory: null },
      ],
    }
    expect(toVariant(row)).toMatchObject({
      shippingProfileId: "sp_1",
      parts: [
        { inventoryItemId: "i", requiredQuantity: 2, available: { sloc_1: 3 } },
        { inventoryItemId: "j", available: {} },
      ],
    })
  })
})
