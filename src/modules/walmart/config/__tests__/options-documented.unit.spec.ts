import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { optionPlaces } from "../option-places"
import { parseOptions } from "../options"

const read = (name: string) => readFileSync(resolve(__dirname, "../../../../..", name), "utf8")
const PAGE = read("docs/configuration.md")

it("documents every option, those inside others included", () => {
  const isNamed = (name: string) => new RegExp(`\\b${name}\\b`).test(PAGE)
  const names = optionPlaces().map(({ name }) => name)
  expect([...new Set(names)].filter((name) => !isNamed(name))).toEqual([])
})

it("boots with the template of the environment as it is, before anything is filled in", () => {
  const lines = read(".env.template").match(/^\w+=.*$/gm) ?? []
  const env = new Map(lines.map((line) => [line.split("=")[0], line.split("=")[1]]))
  const account = {
    id: "us-main",
    clientId: env.get("WALMART_CLIENT_ID"),
    clientSecret: env.get("WALMART_CLIENT_SECRET"),
    baseUrl: env.get("WALMART_BASE_URL"),
  }
  const options = { accounts: [account], keysSecret: env.get("WALMART_KEYS_SECRET") }
  expect(account.clientId).toBe("")
  expect(parseOptions(options).unconnected).toEqual([{ id: "us-main", market: "us" }])
})
