import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import en from "../i18n/en.json"

const FOLDER = join(__dirname, "../i18n")

type Texts = { [name: string]: string | Texts }

function flat(texts: Texts, prefix = ""): [string, string][] {
  return Object.entries(texts).flatMap(([name, text]) =>
    typeof text === "string"
      ? [[prefix + name, text] as [string, string]]
      : flat(text, `${prefix}${name}.`)
  )
}

/** Where the text with "Of" is a sentence beside the other, not the name that a screen reader says of a button. */
const NO_BUTTONS = ["update.unitsOf"]

/** Names of buttons that lack what the button shows, so that who speaks the visible words presses nothing. */
function misnamed(texts: Map<string, string>): string[] {
  return [...texts.keys()].filter((key) => {
    const shown = key.endsWith("Of") && !NO_BUTTONS.includes(key) && texts.get(key.slice(0, -2))
    return shown && !texts.get(key)?.toLowerCase().includes(shown.toLowerCase())
  })
}

function holes(text: string): string[] {
  const found = [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name)
  return [...new Set(found)].sort()
}

const forms = (language: string) =>
  new Intl.PluralRules(language).resolvedOptions().pluralCategories

/** Each plural in all forms that the language has: `x_other` alone would leave the rest in English. */
function wanted(language: string): string[] {
  const keys = flat(en).map(([key]) => key)
  const plurals = keys.filter((key) => key.endsWith("_one")).map((key) => key.slice(0, -4))
  return plurals.flatMap((key) => forms(language).map((form) => `${key}_${form}`))
}

const english = new Map(flat(en))

/** Texts that say the same of one and of several, in every language. */
const UNBENT = [
  ...["deadlineFilter.acknowledge_soon", "deadlineFilter.ship_overdue"],
  ...["returnChip.overdue", "returnChip.due_soon", "shipList.counts.asks", "shipList.running"],
  ...["ship.ofUnits", "table.more", "webhooks.refusedLast", "messages.notification.more"],
]

it("each text that counts can say one thing in other words than several, as most languages do", () => {
  const counting = [...english].filter(([key, text]) => {
    return text.includes("{{count}}") && !/_(one|other)$/.test(key)
  })
  expect(counting.map(([key]) => key).filter((key) => !UNBENT.includes(key))).toEqual([])
})

it("each button can be spoken to by the words it shows", () => {
  expect(misnamed(english)).toEqual([])
})

describe.each(["de", "es", "fr", "ja"])("the admin in %s", (language) => {
  const texts = new Map(flat(JSON.parse(readFileSync(join(FOLDER, `${language}.json`), "utf8"))))

  it("has every text, and each plural in all of its forms", () => {
    const missing = [...english.keys(), ...wanted(language)].filter((key) => !texts.get(key))
    expect(missing).toEqual([])
  })

  it("names each button so that it can be spoken to by the words it shows", () => {
    expect(misnamed(texts)).toEqual([])
  })

  it("has no text that nobody asks for", () => {
    const known = new Set([...english.keys(), ...wanted(language)])
    expect([...texts.keys()].filter((key) => !known.has(key))).toEqual([])
  })

  it("says what the English text says of an order: the same numbers and names", () => {
    const different = [...texts].filter(([key, text]) => {
      // A single unit may be said in words.
      if (/_(zero|one)$/.test(key)) return false
      const original = english.get(key.replace(/_many$/, "_other")) ?? ""
      return holes(text).join() !== holes(original).join()
    })
    expect(different).toEqual([])
  })
})

it("each language that has a file is tried here", () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".json"))
  expect(files.sort()).toEqual(["de.json", "en.json", "es.json", "fr.json", "ja.json"])
})
