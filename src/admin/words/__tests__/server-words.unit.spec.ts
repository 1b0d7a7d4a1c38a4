import { createInstance } from "i18next"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { warning } from "../../../walmart/doctor/finding"
import { shownStep } from "../../../walmart/setup/setup-steps"
import { english, type Phrase, phrase, say, verbatim } from "../../../walmart/words/phrase"
import { TEXTS } from "../../../walmart/words/texts"
import { silenceWarning } from "../../../walmart/webhooks/poll-pace"
import { sentences, type Speaker, spoken } from "../server-words"
import type { Translate } from "../translate"

const FOLDER = join(__dirname, "../../i18n")

/** Gives the texts of one language and no other, so that what it lacks is not hidden behind English. */
async function speaker(lng: string): Promise<Speaker> {
  const walmart: object = JSON.parse(readFileSync(join(FOLDER, `${lng}.json`), "utf8"))
  const i18n = createInstance()
  const interpolation = { escapeValue: false }
  await i18n.init({ lng, resources: { [lng]: { walmart } }, ns: ["walmart"], interpolation })
  return { t: i18n.getFixedT(lng, "walmart") as Translate, language: lng }
}

/** A value for each name of a text, also for what counts. */
function sample(text: string): Record<string, string | number> {
  const names = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)
  return Object.fromEntries(names.map((name) => [name, name === "count" ? 3 : `‹${name}›`]))
}

/** Every sentence that the server has, as it is sent. */
const ALL = Object.entries<Record<string, string>>(TEXTS).flatMap(([code, texts]) =>
  Object.entries(texts)
    .filter(([name]) => !name.endsWith("_one"))
    .map(([name, text]) => {
      const key = `${code}.${name.replace(/_other$/, "")}` as Phrase["key"]
      return { key, params: sample(text) }
    })
)

/** The same in every language: names, figures and signs only. */
const NO_WORDS = [
  "verbatim.message",
  "notification.title",
  "notification.named",
  "notification.about_why",
]

describe.each(["de", "es", "fr", "ja"])("what the server says, in %s", (language) => {
  it("is said in that language and nothing of it in English, with all that is put in", async () => {
    const t = await speaker(language)
    for (const said of ALL.filter(({ key }) => !NO_WORDS.includes(key))) {
      const text = sentences(t, [said], "")
      expect([said.key, text]).not.toEqual([said.key, ""])
      expect([said.key, text]).not.toEqual([said.key, english([said])])
      for (const value of Object.values(said.params)) expect(text).toContain(String(value))
    }
  })
})

describe("a German dashboard", () => {
  it("counts as German does", async () => {
    const t = await speaker("de")
    const imports = (count: number) => [phrase("check_attention", "message_imports", { count })]
    expect(sentences(t, imports(1), "")).toBe("1 Bestellung konnte nicht importiert werden.")
    expect(sentences(t, imports(2), "")).toBe("2 Bestellungen konnten nicht importiert werden.")
  })

  it("says what the doctor finds, what the setup would make and what is wrong with webhooks", async () => {
    const t = await speaker("de")
    const { message, remedy } = say("account_missing", { account: "main" }, "keyless").words
    expect(spoken(t, warning("accounts", message, remedy)).message).toMatch(
      /^Das Walmart-Konto „main“ ist nicht verbunden/
    )
    const step = shownStep({ kind: "create_region", name: "USA", currency: "usd", countries: [] })
    expect(sentences(t, step.words, step.text)).toBe("Die Region USA in USD erstellen.")
    const silence = silenceWarning({ now: 0, lastEventAt: null }, 2)
    expect(sentences(t, silence, "")).toMatch(/^Noch ist kein Webhook .* 2 neue Bestellungen/)
  })

  it("joins names as German does, and puts a sentence into another", async () => {
    const t = await speaker("de")
    const lines = { or: ["1", "2", "3"] }
    const unknown = phrase("cancel_line_unknown", "remedy", { lines })
    expect(english([unknown])).toBe("Use 1, 2 or 3.")
    expect(sentences(t, [unknown], "")).toBe("Verwenden Sie 1, 2 oder 3.")
    const update = [phrase("update_named", "refund", { amount: "5.00" })]
    const waits = phrase("earlier_update_waits", "message", { update })
    expect(english([waits])).toContain("because the refund of 5.00 of the same order")
    expect(sentences(t, [waits], "")).toContain("denn die Erstattung über 5.00 derselben")
  })

  it("shows the English as a whole where a part of a sentence has no text", async () => {
    const t = await speaker("de")
    const update = [{ key: "newer.message", params: {} }] as unknown as Phrase[]
    const waits = phrase("earlier_update_waits", "message", { update })
    expect(sentences(t, [waits], "In English.")).toBe("In English.")
  })

  it("repeats what other hands have said, and what it has no text for, as it came", async () => {
    const t = await speaker("de")
    expect(sentences(t, verbatim("Walmart wrote $t(this)."), "")).toBe("Walmart wrote $t(this).")
    expect(sentences(t, [{ key: "newer.message", params: {} }], "In English.")).toBe("In English.")
  })
})
