import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { readResults, withTable } from "../../integration-tests/package/compat/results"

const README = resolve(__dirname, "../../README.md")

describe("the table of versions in README", () => {
  it("says what was found when each was tried", async () => {
    const page = readFileSync(README, "utf8")
    expect(await withTable(page, readResults())).toBe(page)
  })

  it("has the oldest Medusa that the package allows, and that one works", () => {
    const oldest = readResults().filter(({ medusa }) => medusa === "oldest")
    expect(oldest.length).toBeGreaterThan(0)
    expect(oldest.filter(({ fault }) => fault !== null)).toEqual([])
  })
})
