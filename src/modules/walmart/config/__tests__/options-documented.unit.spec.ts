import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { OPTION_NAMES } from "../options-schema"

const PAGE = readFileSync(resolve(__dirname, "../../../../../docs/configuration.md"), "utf8")

it("documents every option", () => {
  const isNamed = (name: string) => new RegExp(`\\b${name}\\b`).test(PAGE)
  expect([...new Set(OPTION_NAMES)].filter((name) => !isNamed(name))).toEqual([])
})
