import type { AdminWalmartUpdate } from "../../../../types/http"
import { ApiError } from "../../../data/api"
import { changesOf, correctionOf, isChangedSince, packageFault, withPackage } from "../correction"

const LINK = "https://acme-couriers.com/t/1"

const PARCEL = {
  ...{ carrier: "UPS", tracking_number: "1Z", tracking_url: null },
  ...{ is_listed_carrier: true, lines: [], tracking_page: null },
}

function shipment(packages: AdminWalmartUpdate["packages"] = [PARCEL]): AdminWalmartUpdate {
  return { kind: "shipment", packages, reason: null, ship_anyway: false } as AdminWalmartUpdate
}

describe("a correction", () => {
  it("sends only what was changed", () => {
    const form = withPackage(correctionOf(shipment()), { trackingNumber: " 1Z2 " })
    expect(changesOf(shipment(), form)).toEqual({
      packages: [{ package_index: 0, tracking_number: "1Z2" }],
    })
  })

  it("sends nothing when nothing was changed, which is a plain retry", () => {
    expect(changesOf(shipment(), correctionOf(shipment()))).toEqual({})
  })

  it("keeps what was typed for one package while another one is looked at", () => {
    const update = shipment([PARCEL, { ...PARCEL, tracking_number: "1Y" }])
    const first = withPackage(correctionOf(update), { trackingNumber: "1Z2" })
    const both = withPackage({ ...first, packageIndex: 1 }, { carrier: "FedEx" })
    expect(changesOf(update, { ...both, packageIndex: 0 })).toEqual({
      packages: [
        { package_index: 0, tracking_number: "1Z2" },
        { package_index: 1, carrier: "FedEx" },
      ],
    })
  })

  it("takes a carrier and a link away that were emptied", () => {
    const update = shipment([{ ...PARCEL, carrier: "Acme", tracking_url: LINK }])
    const form = withPackage(correctionOf(update), { carrier: "", trackingUrl: " " })
    expect(changesOf(update, form)).toEqual({
      packages: [{ package_index: 0, carrier: "", tracking_url: "" }],
    })
  })

  it("leaves alone what a colleague has corrected since it was opened", () => {
    const opened = shipment()
    const now = shipment([{ ...PARCEL, carrier: "FedEx" }])
    const form = withPackage(correctionOf(opened), { trackingNumber: "1Z2" })
    expect(isChangedSince(opened, now)).toBe(true)
    expect(isChangedSince(opened, shipment())).toBe(false)
    expect(changesOf(opened, form).packages).toEqual([{ package_index: 0, tracking_number: "1Z2" }])
  })

  it("never takes back a decision to ship anyway", () => {
    const update = { ...shipment(), ship_anyway: true }
    expect(changesOf(update, { ...correctionOf(update), shipAnyway: false })).toEqual({})
  })
})

describe("a refused correction", () => {
  const refused = (code: string) => new ApiError("No.", 400, null, code)

  it("is about the field that its code names", () => {
    const form = correctionOf(shipment())
    const fieldOf = (code: string) => packageFault(refused(code), form)?.field
    expect(fieldOf("tracking_number_placeholder")).toBe("trackingNumber")
    expect(fieldOf("carrier_unknown")).toBe("carrier")
    expect(fieldOf("tracking_url_missing")).toBe("trackingUrl")
    expect(fieldOf("package_unknown")).toBeUndefined()
    expect(packageFault(new Error("No."), form)).toBeNull()
  })

  it("is about no field where it may be about a package that is not shown", () => {
    const form = correctionOf(shipment([PARCEL, PARCEL]))
    expect(packageFault(refused("tracking_number_placeholder"), form)).toBeNull()
  })
})
