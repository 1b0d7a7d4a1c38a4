import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"

const ROOT = resolve(__dirname, "../../..")
const read = (name: string) => readFileSync(join(ROOT, name), "utf8")
const PAGES = [
  ...["README.md", "CONTRIBUTING.md", "SECURITY.md", "simulator/RULES.md"],
  ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .map((name) => `docs/${name}`)
    .filter((name) => name.endsWith(".md")),
]
const TEXT = PAGES.map(read).join("\n")
const MANIFEST: { scripts: object; bin: object } = JSON.parse(read("package.json"))

/** Commands of Medusa's own, and what the repository has installed. */
const MEDUSA = ["build", "db:migrate", "db:rollback", "develop", "exec", "start", "user"]
const PROGRAMS = ["medusa", "changeset", "jest", "tsx", ...Object.keys(MANIFEST.bin)]

/** What the documents name by a pattern, each once. */
const named = (pattern: RegExp) => [...new Set([...TEXT.matchAll(pattern)].map(([, name]) => name))]

const scripts = readdirSync(join(ROOT, "src/scripts"))
  .filter((name) => name.endsWith(".ts"))
  .map((name) => name.replace(/\.ts$/, ".js"))

describe("a command in the documents", () => {
  it("runs a script of the package", () => {
    const found = named(/npm run ([\w:-]+)/g)
    expect(found.length).toBeGreaterThan(5)
    expect(found.filter((name) => !(name in MANIFEST.scripts))).toEqual([])
  })

  it("runs a program that is there", () => {
    expect(named(/npx ([\w@-]+)/g).filter((name) => !PROGRAMS.includes(name))).toEqual([])
    expect(named(/npx medusa ([\w:]+)/g).filter((name) => !MEDUSA.includes(name))).toEqual([])
  })

  it("executes a script that the package has", () => {
    const found = named(/\.medusa\/server\/src\/scripts\/([\w-]+\.js)/g)
    expect(found.length).toBeGreaterThan(1)
    expect(found.filter((name) => !scripts.includes(name))).toEqual([])
  })

  it("is there for each of the package's scripts", () => {
    const guide = read("docs/operating.md")
    expect(scripts.filter((name) => !guide.includes(`\`${name}\``))).toEqual([])
  })

  it("stands in a block whose language says what is done with it", () => {
    const fences = TEXT.split("\n").filter((line) => line.startsWith("```") && line !== "```")
    const known = ["```ts", "```sh", "```yaml", "```text"]
    expect(fences.filter((fence) => !known.includes(fence))).toEqual([])
  })
})
