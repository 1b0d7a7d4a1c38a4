import { readFileSync } from "node:fs"
import { resolve } from "node:path"

const ROOT = resolve(__dirname, "../../..")
const PAGE = readFileSync(resolve(ROOT, "docs/operating.md"), "utf8")

type Words = { [key: string]: string | Words }
const EN: Words = JSON.parse(readFileSync(resolve(ROOT, "src/admin/i18n/en.json"), "utf8"))

function textsOf(words: string | Words): string[] {
  return typeof words === "string" ? [words] : Object.values(words).flatMap(textsOf)
}

/** As a page shows a text: what is put in stands as …, and of two forms the one for many. */
function shown(rooms: string[], isWanted: (text: string) => boolean = () => true): string[] {
  const several = (words: string | Words): string | Words =>
    typeof words === "string"
      ? words
      : Object.fromEntries(Object.entries(words).filter(([key]) => !key.endsWith("_one")))
  return rooms
    .flatMap((room) => textsOf(several(EN[room])))
    .filter(isWanted)
    .map((text) => text.replace(/\{\{\w+\}\}/g, "…"))
}

const isSentence = (text: string) => text.endsWith(".")

/** Medusa's own, which staff press as well. */
const MEDUSAS = ["receive items"]

/** A text as far as a page may name it: its first sentence, whatever is put in; of a page below Walmart its own name. */
const named = (text: string) =>
  text
    .replace(/^Walmart, /, "")
    .replace(/\{\{\w+\}\}/g, "…")
    .replace(/\. .*$/, "")
    .replace(/[….\s]+$/, "")
    .toLowerCase()

it("docs/operating.md names no button and no state that the admin does not have", () => {
  const { messages: _server, ...screens } = EN
  const known = [...textsOf(screens).map(named), ...MEDUSAS]
  const italics = [...PAGE.matchAll(/(?<![\w*`])_([^_\n`]{2,60}?)_(?![\w*])/g)]
  expect(italics.length).toBeGreaterThan(50)
  expect(italics.map(([, text]) => text).filter((text) => !known.includes(named(text)))).toEqual([])
})

/** Banners and alerts stand there as they are; badges and states, single words mostly, in italics. */
const states = (rooms: string[]) => shown(rooms).map((text) => `_${text}_`)

describe("docs/operating.md has what to do, word for word as staff read it,", () => {
  it.each([
    ["about each banner of an account", shown(["trouble"], isSentence)],
    ["about each alert of an order", shown(["alerts"])],
    ["about each sentence on an account's health", shown(["health"], isSentence)],
    ["about each badge of an order", states(["orderBadge"])],
    ["about each state of an update", states(["updateStatus"])],
    ["about each state of a return", states(["returnState"])],
  ])("%s", (_what, texts) => {
    expect(texts.length).toBeGreaterThan(5)
    expect(texts.filter((text) => !PAGE.includes(text))).toEqual([])
  })
})
