import { marketOf } from "../../../markets/markets"
import { checkLabels, dealPackages, type LabelContext, sameTracking } from "../packages"

const CONTEXT: LabelContext = {
  purchaseOrderId: "1799999999001",
  customerOrderId: "2000010000000001",
  market: marketOf("us"),
  strictness: "strict",
}

/** A USPS number of the longest form, with a right check digit. */
const LONG_IMPB = "920019030600853000429010776255"

const SAME: [string, string][] = [
  ["420787459400111206206406260787", "9400111206206406260787"],
  ["420787451234" + "9400111206206406260787", "9400 1112 0620 6406 2607 87"],
  ["4201028200009261290113185417468510", "9261290113185417468510"],
  ["42010282" + "92748931507708513018050063", "92748931507708513018050063"],
  ["9622001900000000000000776632517510", "776632517510"],
  ["1001921334250001000300779017972697", "7790 1797 2697"],
  ["32971514560102447849175802862014", "784917580286"],
  ["9611020987654312345672", "987654312345672"],
  ["00000123450000000027", "000123450000000027"],
  ["9102931503799192766595", "02931503799192766595"],
  ["1z 999-aa10123456784", "1Z999AA10123456784"],
]

function labels(numbers: string[]) {
  return numbers.map((trackingNumber) => ({ trackingNumber, trackingUrl: null }))
}

describe("one parcel in two spellings", () => {
  it.each(SAME)("has the same number: %s and %s", (a, b) => {
    expect([sameTracking(a, b), sameTracking(b, a), sameTracking(a, a)]).toEqual([true, true, true])
  })

  it.each(SAME)("is one package: %s and %s", (...numbers) => {
    const checks = checkLabels(labels(numbers), { ...CONTEXT, chosen: "Acme", units: 1 })
    expect(checks[1].warnings.map(({ code }) => code)).toContain("tracking_number_repeated")
    expect(checks[1].problems.map(({ code }) => code)).not.toContain("tracking_number_surplus")
    const packages = numbers.map((trackingNumber) => ({
      ...{ trackingNumber, carrier: { carrier: "USPS" } },
    }))
    const dealt = dealPackages([{ lineNumber: "1", quantity: 3 }], packages)
    expect(dealt).toMatchObject({
      packages: [{ trackingNumber: numbers[0], lines: [{ lineNumber: "1", quantity: 3 }] }],
      emptyLabels: [],
    })
  })

  it.each([
    ["420787459400111206206406260787", "9405803699300124287899"],
    ["420787459400111206206406260788", "9400111206206406260788"],
    ["9622001900000000000000776632517511", "776632517511"],
    ["9622001900000000000000776632517510", "794808390594"],
    ["1Z999AA10123456784", "1Z410E7W0392751591"],
  ])("is not what other or wrong numbers are: %s and %s", (a, b) => {
    expect(sameTracking(a, b)).toBe(false)
  })

  it("loses the ZIP code where the barcode would be too long to send", () => {
    const [check] = checkLabels(labels([`420787451234${LONG_IMPB}`]), {
      ...CONTEXT,
      ...{ chosen: "USPS", units: 1 },
    })
    expect(check).toMatchObject({ trackingNumber: LONG_IMPB, problems: [] })
  })
})
