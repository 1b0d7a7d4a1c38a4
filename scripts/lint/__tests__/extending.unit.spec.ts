import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { schemasOfTypes } from "../../openapi/type-schemas"

const ROOT = resolve(__dirname, "../../..")
const EXAMPLES = join(ROOT, "integration-tests/extending")
const PAGE = readFileSync(join(ROOT, "docs/extending.md"), "utf8")
const blocks = [...PAGE.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code)
const sources = (folder: string, pattern: RegExp) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => pattern.test(name) && !name.includes("__tests__"))
    .map((name) => readFileSync(join(ROOT, folder, name), "utf8"))

const found = (texts: string[], pattern: RegExp) =>
  [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name)))].sort()

describe("the page about extending", () => {
  it("quotes the examples that run in a test, word for word, each once", () => {
    const files = readdirSync(EXAMPLES).map((name) => readFileSync(join(EXAMPLES, name), "utf8"))
    expect(files.length).toBeGreaterThan(7)
    expect([...blocks].sort()).toEqual(files.sort())
  })

  it("has an example of every hook there is, and a row in its table", () => {
    const hooks = found(sources("src/workflows", /\.ts$/), /createHook\(\s*"(\w+)"/g)
    expect(hooks.length).toBeGreaterThan(8)
    expect(found(blocks, /\.hooks\.(\w+)\(/g)).toEqual(hooks)
    expect(found([PAGE], /^\| `\w+Workflow` +\| `(\w+)`/gm)).toEqual(hooks)
  })
})

describe("an event that the plugin emits", () => {
  const { WalmartEvents } = schemasOfTypes(join(ROOT, "src/types/index.ts"))
  const typed = Object.keys((WalmartEvents as { properties: object }).properties).sort()
  const wakeUps = found(
    [PAGE],
    /`(walmart\.(?:queue|read|returns?)\.due|walmart\.order\.changed)`/g
  )

  it("has a row in the page, and a payload in WalmartEvents", () => {
    expect(found([PAGE], /^\| `(walmart\.[\w.]+)`/gm)).toEqual(typed)
  })

  it("is one of these, or a wake-up that the page names as one", () => {
    const named = found(sources("src", /\.tsx?$/), /"(walmart\.[a-z_]+\.[a-z_]+)"/g)
    expect(named).toEqual([...typed, ...wakeUps].sort())
  })
})
