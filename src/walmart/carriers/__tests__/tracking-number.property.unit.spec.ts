import fc from "fast-check"
import { strongestFit } from "../carrier-recognition"
import { carrierByName, carrierByUrl, resolveCarrier } from "../carriers"
import { marketOf } from "../../markets/markets"
import { checkTrackingNumber, normalizeTrackingNumber, recognizeCarrier } from "../tracking-number"
import { SAMPLES } from "./tracking-samples"

// Some hundred thousand numbers are tried, on machines that do other things too.
jest.setTimeout(60_000)

const us = marketOf("us")

function problemsOf(
  raw: string,
  carrier: string | null,
  strictness: "strict" | "lenient" = "strict"
) {
  const ids = { purchaseOrderId: "1799999999001", customerOrderId: "200012345678901" }
  return checkTrackingNumber({ raw, carrier, ...ids, strictness }).problems
}

function wordOf(alphabet: string, length: number) {
  return fc
    .array(fc.constantFrom(...alphabet), { minLength: length, maxLength: length })
    .map((characters) => characters.join(""))
}

const DIGITS = "0123456789"
const numeric = (length: number) => wordOf(DIGITS, length)

/** Tries all ten digits, so that the tests do not repeat the formulas they test. */
function withCheckDigit(serial: string, carrier: string): string[] {
  return [...DIGITS]
    .map((digit) => serial + digit)
    .filter((number) => problemsOf(number, carrier).length === 0)
}

/** Digits with enough variety not to look like a placeholder. */
function isVaried(text: string): boolean {
  return new Set(text).size > 3
}

const upsSerial = wordOf(`${DIGITS}ABCDEFGHIJKLMNOPQRSTUVWXYZ`, 15).filter(isVaried)

describe("tracking numbers in general", () => {
  it("normalizing twice changes nothing more", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (raw) => {
        const once = normalizeTrackingNumber(raw)
        expect(normalizeTrackingNumber(once)).toBe(once)
      })
    )
  })

  it.each([
    ["UPS", "1Z", upsSerial],
    ["USPS", "94", numeric(19).filter(isVaried)],
    ["USPS", "92", numeric(23).filter(isVaried)],
    ["FedEx", "", numeric(11).filter(isVaried)],
    ["FedEx", "", numeric(14).filter(isVaried)],
    ["DHL", "", numeric(9).filter(isVaried)],
    ["OnTrac", "C", numeric(13).filter(isVaried)],
  ])(
    "%s numbers beginning with %j have exactly one right check digit",
    (carrier, prefix, serials) => {
      const isCountedUp = (serial: string) => /^(?:0?1234|987)/.test(prefix + serial)
      fc.assert(
        fc.property(serials, (serial) => {
          fc.pre(!isCountedUp(serial))
          const accepted = withCheckDigit(prefix + serial, carrier).length
          // Seven remainders leave three of DHL's ten digits without a serial, never a serial without a digit.
          expect(accepted).toBe(1)
        })
      )
    }
  )

  it("a changed digit in a UPS serial is refused unless its weight hides it", () => {
    fc.assert(
      fc.property(upsSerial, fc.nat(14), fc.integer({ min: 1, max: 9 }), (serial, at, step) => {
        const digit = Number(serial[at])
        fc.pre(!Number.isNaN(digit))
        const [number] = withCheckDigit(`1Z${serial}`, "UPS")
        const changed = `${number.slice(0, at + 2)}${(digit + step) % 10}${number.slice(at + 3)}`
        // A digit of double weight that moves by five moves the sum by ten.
        const isHidden = at % 2 === 1 && step === 5
        expect(problemsOf(changed, "UPS")).toHaveLength(isHidden ? 0 : 1)
      })
    )
  })

  it("a changed digit in a USPS number is always refused", () => {
    fc.assert(
      fc.property(
        numeric(19).filter(isVaried),
        fc.integer({ min: 2, max: 21 }),
        fc.integer({ min: 1, max: 9 }),
        (serial, at, step) => {
          const [number] = withCheckDigit(`94${serial}`, "USPS")
          const changed = `${number.slice(0, at)}${(Number(number[at]) + step) % 10}${number.slice(at + 1)}`
          expect(problemsOf(changed, "USPS")).toHaveLength(1)
        }
      )
    )
  })
})

/** Published numbers as they are sent, each under its carrier. */
const PUBLISHED = SAMPLES.flatMap(({ carrier, valid }) =>
  valid.map((number) => ({ carrier, number: normalizeTrackingNumber(number) }))
)

const published = fc.constantFrom(...PUBLISHED)
const between = fc.constantFrom(
  " ",
  ", ",
  "/",
  " - ",
  "\n",
  ";",
  " & ",
  " and ",
  "+",
  " | ",
  "  ",
  "\t"
)
const around = fc.constantFrom(
  "",
  " ",
  "UPS ",
  "USPS: ",
  "FedEx#",
  "tracking ",
  "Tracking Number: ",
  "no. "
)

const CHOSEN = ["UPS", "USPS", "FedEx", "DHL", "OnTrac", "Sendle", "Acme Parcel", null]

describe("what is accepted", () => {
  it("has a digit, whatever was typed and whoever was chosen", () => {
    const typed = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(fc.constantFrom(..."ABCXYZ -#"), { maxLength: 40 }).map((all) => all.join(""))
    )
    fc.assert(
      fc.property(typed, fc.constantFrom(...CHOSEN), (raw, carrier) => {
        fc.pre(!/\d/.test(raw))
        expect(problemsOf(raw, carrier)).not.toEqual([])
        expect(problemsOf(raw, carrier, "lenient")).not.toEqual([])
      })
    )
  })

  it("is never two numbers with anything between them", () => {
    fc.assert(
      fc.property(
        published,
        between,
        published,
        fc.constantFrom(...CHOSEN),
        (a, separator, b, carrier) => {
          const raw = `${a.number}${separator}${b.number}`
          expect([raw, problemsOf(raw, carrier).length]).toEqual([raw, 1])
          expect([raw, problemsOf(raw, carrier, "lenient").length]).toEqual([raw, 1])
        }
      ),
      { numRuns: 1000 }
    )
  })

  it("is never two numbers of one carrier glued together", () => {
    fc.assert(
      fc.property(published, published, (a, b) => {
        const raw = `${a.number}${b.number}`
        fc.pre(a.carrier === b.carrier && recognizeCarrier(raw, us).length === 0)
        expect([raw, problemsOf(raw, a.carrier, "lenient").length]).toEqual([raw, 1])
      }),
      { numRuns: 500 }
    )
  })

  it("is never two unmistakable numbers glued together, whoever was chosen", () => {
    const sure = published.filter(({ number }) => strongestFit(number)?.certainty === "certain")
    fc.assert(
      fc.property(sure, sure, fc.constantFrom(...CHOSEN), (a, b, carrier) => {
        const raw = `${a.number}${b.number}`
        expect([raw, problemsOf(raw, carrier, "lenient").length]).toEqual([raw, 1])
      }),
      { numRuns: 500 }
    )
  })

  it("is every published number under its carrier, with a name or label around it", () => {
    fc.assert(
      fc.property(published, around, around, ({ carrier, number }, before, after) => {
        const raw = `${before}${number} ${after}`
        expect([raw, problemsOf(raw, carrier)]).toEqual([raw, []])
        expect(normalizeTrackingNumber(raw)).toBe(number)
      })
    )
  })

  it("does not change when it is normalized again, names and links included", () => {
    const parts = fc.array(
      fc.oneof(
        published.map(({ number }) => number),
        between,
        around,
        fc.constantFrom(
          "UPS",
          "x2",
          "https://ups.com/track?tracknum=",
          "www.",
          ":",
          "#",
          "1Z",
          "94"
        )
      ),
      { maxLength: 6 }
    )
    fc.assert(
      fc.property(parts, (texts) => {
        const once = normalizeTrackingNumber(texts.join(""))
        expect(normalizeTrackingNumber(once)).toBe(once)
      }),
      { numRuns: 1000 }
    )
  })
})

describe("whatever is entered", () => {
  it("never throws", () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.webUrl(), fc.string())
    fc.assert(
      fc.property(text, text, text, (raw, carrier, link) => {
        problemsOf(raw, carrier)
        carrierByName(carrier, us)
        carrierByUrl(link, us)
        resolveCarrier({ chosen: carrier, trackingNumber: raw, trackingUrl: link, market: us })
        resolveCarrier({ trackingNumber: raw, trackingUrl: link, market: us })
      })
    )
  })

  it.each([
    "1",
    "1Z",
    "GM1",
    "-",
    " ",
    "420",
    "a.",
    "\u0301",
    "LX",
    "#",
    "/",
    "0",
    "aA",
    "UPS ",
    "1 ",
    "9 4",
    "and ",
    "\n",
    "1Z,",
    "https://",
    "www.",
  ])("%j repeated to a hundred thousand characters is answered at once", (unit) => {
    const long = unit.repeat(100_000 / unit.length)
    const started = performance.now()
    problemsOf(long, long)
    recognizeCarrier(long, us)
    carrierByName(long, us)
    carrierByUrl(long, us)
    resolveCarrier({ chosen: long, trackingNumber: long, trackingUrl: long, market: us })
    resolveCarrier({ trackingNumber: long, trackingUrl: `https://${long}`, market: us })
    // What needs the square of the length takes minutes.
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
