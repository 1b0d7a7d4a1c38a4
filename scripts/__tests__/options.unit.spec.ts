import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { withOptions } from "../options"
import { optionRows } from "../options/option-rows"

const PAGE = resolve(__dirname, "../../docs/configuration.md")

describe("the tables of the options", () => {
  it("are as the schema has them; `npm run docs:options` writes them", async () => {
    const page = readFileSync(PAGE, "utf8")
    expect(await withOptions(page)).toBe(page)
  })

  it("tell what an option takes and what holds without it", () => {
    const row = (wanted: string) => optionRows().find(({ name }) => name === wanted)
    expect(row("accounts[].market")).toMatchObject({
      values: "`us`, `ca`, `mx`, `cl`",
      without: "`us`",
    })
    expect(row("schedules.pollEveryMs")).toMatchObject({ without: "120 000" })
  })
})
