import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { TEXTS } from "../../src/walmart/words/texts"
import { messagesPage } from "../messages"

const PAGE = readFileSync(resolve(__dirname, "../../docs/messages.md"), "utf8")

describe("the page of what the server says", () => {
  it("is as the server has it; `npm run docs:messages` writes it", async () => {
    expect(await messagesPage()).toBe(PAGE)
  })

  it("has the code of each text that says what is wrong and what to do", () => {
    const complete = Object.entries(TEXTS).filter(([, texts]) => "remedy" in texts)
    expect(complete.length).toBeGreaterThan(80)
    expect(complete.filter(([code]) => !PAGE.includes(`\n## ${code}\n`))).toEqual([])
  })
})
