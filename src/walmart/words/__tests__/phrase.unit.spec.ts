import { createInstance } from "i18next"
import en from "../../../admin/i18n/en.json"
import { distinct, english, phrase, phrases, say, verbatim, wordsOf } from "../phrase"
import { TEXTS } from "../texts"

describe("what the server says to staff", () => {
  it("has the same texts in the admin's translations, which are a copy of the server's", () => {
    expect(en.messages).toEqual(TEXTS)
  })

  it("reads the same in the admin's English, for every text", async () => {
    const i18n = createInstance()
    const interpolation = { escapeValue: false }
    await i18n.init({
      lng: "en",
      resources: { en: { walmart: en } },
      ns: ["walmart"],
      interpolation,
    })
    const t = i18n.getFixedT("en", "walmart")
    const all = Object.entries(TEXTS).flatMap(([code, texts]) =>
      Object.entries<string>(texts).map(([name, text]) => ({ key: `${code}.${name}`, text }))
    )
    for (const { key, text } of all) {
      const params = sampleFor(text)
      const phrase = { key, params } as Parameters<typeof english>[0][number]
      expect(t(`messages.${key}`, { replace: params })).toBe(english([phrase]))
      expect(english([phrase])).not.toContain("{{")
    }
  })

  it("puts in what is known, and keeps no more of it than the sentence shows", () => {
    const said = say("unknown_sku", { walmartSku: "W-1", sku: "S-1" })
    expect(said.message).toBe("No product has the SKU W-1.")
    expect(said.words.message).toEqual([
      { key: "unknown_sku.message", params: { walmartSku: "W-1" } },
    ])
  })

  it("takes the sentences of a case where there are some, and the usual ones for the rest", () => {
    const said = say("unknown_sku", { walmartSku: "W-1", sku: "S-1" }, "mapped")
    expect(said.words.message[0].key).toBe("unknown_sku.message_mapped")
    expect(said.words.remedy[0].key).toBe("unknown_sku.remedy")
  })

  it("counts, one thing in other words than several", async () => {
    const imports = (count: number) => phrase("check_attention", "message_imports", { count })
    expect(english([imports(1)])).toBe("1 order could not be imported.")
    expect(english([imports(2)])).toBe("2 orders could not be imported.")
  })

  it("joins names in a list", () => {
    const choose = (choices: { or: string[] }) => phrase("reason_unknown", "remedy", { choices })
    expect(english([choose({ or: ["A"] })])).toBe("Choose A.")
    expect(english([choose({ or: ["A", "B"] })])).toBe("Choose A or B.")
    const products = { and: ["Mug", "Cup", "Shirt"] }
    const option = phrase("shipping_option_missing", "message", { location: "Here", products })
    expect(english([option])).toMatch(/profile of Mug, Cup and Shirt\.$/)
  })

  it("says once what is said several times", () => {
    const twice = ["A", "B", "A"].map((id) => phrases("return_unknown", { id }))
    expect(distinct(twice)).toEqual(twice.slice(0, 2))
  })

  it("repeats what has no words of ours, and reads no text of it as one to fill in", () => {
    expect(english(verbatim("Walmart wrote {{status}} and $t(key)."))).toBe(
      "Walmart wrote {{status}} and $t(key)."
    )
    expect(wordsOf({ message: "Old.", remedy: "" })).toEqual({
      message: [{ key: "verbatim.message", params: { text: "Old." } }],
      remedy: [],
    })
  })
})

/** A value for each name in a text, one with what a text could be taken apart by. */
function sampleFor(text: string): Record<string, string> {
  const names = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)
  return Object.fromEntries(names.map((name) => [name, `<${name}> $& $t(x) & "1"`]))
}
