import { readdirSync, readFileSync } from "node:fs"
import { join, relative, resolve } from "node:path"
import { readingOf } from "../../import/order-money"
import { discountNotes } from "../../orders/discounts"
import type { Order } from "../../orders/order"
import { changedPrice, priceDifference } from "../../reconciliation/figures/changed-price"
import { shownAmount, shownMoney } from "../money"
import { english } from "../../words/phrase"

const SRC = resolve(__dirname, "../../..")

/** Where amounts are written: for the server's words and files, and for the screens. */
const WRITERS = ["admin/words/money.ts", "walmart/common/money.ts"]

/** Percentages. */
const NO_MONEY = ["walmart/performance/judge.ts"]

describe("an amount in words", () => {
  it.each([
    [499_000, "CLP", "4990"],
    [499_000, "clp", "4990"],
    [499_050, "CLP", "4990.50"],
    [1_250, "USD", "12.50"],
    [1_250, "MXN", "12.50"],
    [-1_250, "cad", "-12.50"],
    [1_250, "pesos", "12.50"],
  ])("of %i hundredths of %s is %s", (hundredths, currency, shown) => {
    expect(shownMoney(hundredths, currency)).toBe(shown)
  })

  it("of Medusa's is the same, in units", () => {
    expect([shownAmount(4990, "clp"), shownAmount(12.5, "usd")]).toEqual(["4990", "12.50"])
  })

  it("is written in no other place, so that no currency gets decimals it does not have", () => {
    const writing = sourcesOf(SRC).filter((path) =>
      /\.toFixed\(|minimumFractionDigits/.test(read(path))
    )
    expect(writing.sort()).toEqual([...WRITERS, ...NO_MONEY].sort())
  })
})

describe("an order in Chilean pesos", () => {
  const charge = (amount: number) => ({
    ...{ type: "PRODUCT", name: "ItemPrice", currency: "CLP", tax: 0 },
    amount,
  })
  const order = (amounts: number[], summaryTotal: number | null) =>
    ({
      summaryTotal,
      lines: amounts.map((amount) => ({
        ...{ lineNumber: "1", sku: "MUG", quantity: 2, statuses: [] },
        charges: [{ ...charge(amount), isTurned: amount < 0 }],
      })),
    }) as unknown as Order

  it("has no decimals where its total does not fit, nor where a charge was read as a discount", () => {
    const settings = { chargesPer: "line", onTotalMismatch: "refuse" } as const
    const reading = readingOf(order([499_000], 100_000), settings)
    expect("message" in reading && reading.message).toMatch(/\b1000\b/)
    expect(JSON.stringify(reading)).not.toMatch(/\d\.00/)
    expect(english(discountNotes(order([-50_000], null)))).toMatch(/ of 500 was read/)
  })

  it("has none where its price was changed", () => {
    const line = { lineNumber: "1", title: "Mug", quantity: 1, present: 4000 }
    const changed = changedPrice(line, { amount: 4990, taxRate: 0 })
    expect(changed && priceDifference(changed, "clp").message).toMatch(
      /from 4990 to 4000.*990 lower/
    )
  })
})

/** Every file of the plugin that is no test. */
function sourcesOf(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !path.includes("__tests__"))
}

function read(path: string): string {
  return readFileSync(join(SRC, path), "utf8")
}
