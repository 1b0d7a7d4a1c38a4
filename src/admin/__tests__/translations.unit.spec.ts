import { MARKETS } from "../../walmart/markets/market-data"
import { REFUND_REASONS } from "../../walmart/refunds/reasons"
import en from "../i18n/en.json"
import { sourceFiles } from "./source-files"
import { wordsIn } from "./words-in-code"

/** Places of the dashboard where widgets stand. */
const ZONES = /^order\.details\./

type Texts = { [name: string]: string | Texts }

function keysOf(texts: Texts, prefix = ""): string[] {
  return Object.entries(texts).flatMap(([name, text]) =>
    typeof text === "string" ? [prefix + name] : keysOf(text, `${prefix}${name}.`)
  )
}

/** `t("x", { count })` finds `x_one` and `x_other`. */
function withoutPlural(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, "")
}

/** Keys that are given to the translator or kept in a table of looks: `"orderStatus.open"`. */
function literals(code: string): string[] {
  const groups = Object.keys(en).join("|")
  const quoted = [...code.matchAll(new RegExp(`"((?:${groups})\\.[\\w.]+)"`, "g"))]
  return quoted.map(([, key]) => key).filter((key) => !ZONES.test(key))
}

/** Beginnings of keys that are put together: `updateCount.${status}`. */
function beginnings(code: string): string[] {
  return [...code.matchAll(/t\(\s*`([\w.]+)\$\{/g)].map(([, beginning]) => beginning)
}

describe("the admin's texts", () => {
  const keys = [...new Set(keysOf(en).map(withoutPlural))]
  const files = sourceFiles(/\.tsx?$/)

  it("has a text for every key that is used", () => {
    const missing = files.flatMap(({ file, code }) =>
      [
        ...literals(code).filter((key) => !keys.includes(key)),
        ...beginnings(code).filter((start) => !keys.some((key) => key.startsWith(start))),
      ].map((key) => `${file}: ${key}`)
    )
    expect(missing).toEqual([])
  })

  it("uses every text it has", () => {
    const used = new Set(files.flatMap(({ code }) => literals(code)))
    const starts = files.flatMap(({ code }) => beginnings(code))
    const isUsed = (key: string) => used.has(key) || starts.some((start) => key.startsWith(start))
    expect(keys.filter((key) => !isUsed(key) && !isDescription(key, used))).toEqual([])
  })

  it("leaves no words for people in the code", () => {
    expect(files.flatMap(({ file, code }) => wordsIn(file, code))).toEqual([])
  })

  it("would find such words, and takes no code for words", () => {
    const found = (code: string) => wordsIn("x.tsx", code)
    expect(found("const a = <b>Try it</b>")).toEqual(["x.tsx: Try it"])
    expect(found("const a = <b>{n} orders</b>")).toEqual(["x.tsx: orders"])
    expect(found('const a = <Input placeholder="Number" />')).toEqual(["x.tsx: Number"])
    expect(found('const a = <b>{is ? "Yes" : t("a.b")}</b>')).toEqual(["x.tsx: Yes"])
    expect(found("toast.error(`Gone: ${n}`)")).toEqual(["x.tsx: Gone: "])
    expect(found('const a = <Text size="small" className="a b">{t("a.b")} · –</Text>')).toEqual([])
  })

  it("names each of Walmart's reasons of a refund", () => {
    const names: Record<string, string> = en.reasonNames
    expect(REFUND_REASONS.filter((code) => !names[code])).toEqual([])
  })

  it("says of the plugin's own reasons what the server says", () => {
    const reasons = Object.values(MARKETS).flatMap((market) => market.cancellationReasons)
    const said = reasons.map(({ code, label, effect }) => ({ code, label, effect }))
    const names: Record<string, string> = en.reasonNames
    const effects: Record<string, string> = en.reasonEffects
    expect(
      reasons.map(({ code }) => ({ code, label: names[code], effect: effects[code] }))
    ).toEqual(said)
  })
})

/** `t(\`${key}Description\`)` for a key that is used. */
function isDescription(key: string, used: Set<string>): boolean {
  return key.endsWith("Description") && used.has(key.replace(/Description$/, ""))
}
