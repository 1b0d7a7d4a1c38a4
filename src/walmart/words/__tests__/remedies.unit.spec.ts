import { KINDS } from "../../updates/kinds"
import { REFUSAL_TEXTS } from "../texts/refusal-texts"

/** Refusals whose remedy is a correction, by what is corrected. */
const CORRECTED = {
  tracking_number_invalid: "trackingNumber",
  /** Data of the item at Walmart. */
  label_hazardous_material: null,
  /** In Seller Center. */
  already_shipped: null,
}

describe("what staff are to do about a refusal", () => {
  it("is a correction only of what an update lets them correct, or of what is not the update's", () => {
    const correcting = Object.entries(REFUSAL_TEXTS).filter(([, { remedy }]) =>
      /\bcorrect\b/i.test(remedy)
    )
    expect(correcting.map(([code]) => code).sort()).toEqual(Object.keys(CORRECTED).sort())
    const fields = Object.values(CORRECTED).filter((field) => field !== null)
    expect(KINDS.shipment.correctable).toEqual(expect.arrayContaining(fields))
    expect(KINDS.tracking_correction.correctable).toEqual(expect.arrayContaining(fields))
    expect(REFUSAL_TEXTS.already_shipped.remedy).toContain("correct it in Seller Center")
  })

  it("leaves a quantity and a date, which no update lets them correct, to Seller Center", () => {
    for (const { remedy } of [REFUSAL_TEXTS.too_many_units, REFUSAL_TEXTS.ship_date_invalid])
      expect(remedy).toMatch(/in Seller Center, then dismiss this update with a note\.$/)
  })
})
