import { createInstance } from "i18next"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { renderToStaticMarkup } from "react-dom/server"
import { I18nextProvider } from "react-i18next"
import { ApiError } from "../../data/api"
import { useWords } from "../use-words"

type Words = ReturnType<typeof useWords>

/** What a screen of the dashboard has as words while it is in a language. */
async function wordsIn(lng: string): Promise<Words> {
  const i18n = createInstance()
  const resources = { en: { walmart: textsOf("en") }, de: { walmart: textsOf("de") } }
  await i18n.init({ lng, resources, fallbackLng: "en", interpolation: { escapeValue: false } })
  const shown: Words[] = []
  const Screen = () => {
    shown.push(useWords())
    return null
  }
  renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <Screen />
    </I18nextProvider>
  )
  return shown[0]
}

function textsOf(language: string): object {
  return JSON.parse(readFileSync(join(__dirname, `../../i18n/${language}.json`), "utf8"))
}

describe("a screen", () => {
  it.each([
    ["ptBR", "pt-BR", "1.234"],
    ["ptPT", "pt-PT", "12.345"],
    ["zhCN", "zh-CN", "1,234"],
    ["zhTW", "zh-TW", "1,234"],
    ["enGB", "en-GB", "1,234"],
    ["de-DE", "de-DE", "1.234"],
    ["xx_nonsense", "en", "1,234"],
    ["", "en", "1,234"],
  ])("is drawn in the dashboard's language %j as in %s", async (language, locale, number) => {
    const words = await wordsIn(language)
    expect(words.number(Number(number.replace(/\D/g, ""))).replace(/\s/g, ".")).toBe(number)
    expect(words.at("2026-11-23T10:00:00Z")).toContain("2026")
    expect(words.money(1_050, "USD")).toMatch(/10[.,]50/)
    expect(words.zone()).not.toBe("")
    expect(words.duration(840)).toMatch(/840/)
    expect(words.language).toBe(locale)
  })
})

describe("an error without words of the server", () => {
  it.each([
    ["Unauthorized", 401, "Sie sind nicht mehr angemeldet"],
    ["Forbidden", 403, "Ihre Rolle erlaubt das nicht"],
    ["", 502, "Fehler 502"],
    ["Failed to fetch", 0, "nicht erreichbar"],
  ])("is said in the reader's language: %j (%s)", async (message, status, words) => {
    const { problem } = await wordsIn("de")
    const said = problem(new ApiError(message, status))
    expect(said).toContain(words)
    if (message) expect(said).not.toContain(message)
  })

  it("leaves the server's own words of a refusal as they are", async () => {
    const { problem } = await wordsIn("de")
    const said = { message: "Only an order's owner may.", words: null }
    expect(problem(new ApiError(said.message, 403, said))).toBe(said.message)
  })
})
