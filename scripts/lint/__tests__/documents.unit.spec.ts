import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { ROOMS } from "../rooms"

const ROOT = resolve(__dirname, "../../..")
const FILES = ["src", "simulator"].flatMap((folder) =>
  readdirSync(resolve(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(tsx?|md)$/.test(name))
    .map((name) => join(folder, name))
)

/** A page of `docs` that a comment names, and the heading when it names one. */
interface Reference {
  file: string
  page: string
  heading: string | undefined
}

/** Comments as running text, because a reference may go on in the next line. */
function runningText(source: string): string {
  return source.replace(/\s*\n\s*(\*|\/\/)?\s*/g, " ")
}

function referencesIn(file: string): Reference[] {
  const text = runningText(readFileSync(resolve(ROOT, file), "utf8"))
  return [...text.matchAll(/\b(docs\/[\w/-]+\.md)(?:, "([^"]+)")?/g)].map(
    ([, page, heading]): Reference => ({ file, page, heading })
  )
}

function headingsOf(page: string): string[] {
  const text = readFileSync(resolve(ROOT, page), "utf8")
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading)
}

function isThere({ page, heading }: Reference): boolean {
  if (!existsSync(resolve(ROOT, page))) return false
  return heading === undefined || headingsOf(page).includes(heading)
}

describe("a document that the code refers to", () => {
  const references = FILES.flatMap(referencesIn)

  it("is in the repository, with the heading that is named", () => {
    expect(references.filter((reference) => !isThere(reference))).toEqual([])
  })

  it("is mostly the one with the facts about Walmart, whose headings are found", () => {
    const facts = references.filter(
      ({ page, heading }) => page.endsWith("walmart-api.md") && heading
    )
    expect(facts.length).toBeGreaterThan(20)
  })

  it("is never known by a chapter's number only", () => {
    const numbered = FILES.filter((file) =>
      /\b(walmart-api|medusa-facts|medusa-recipes|gotcha) ?\d/.test(
        runningText(readFileSync(resolve(ROOT, file), "utf8"))
      )
    )
    expect(numbered).toEqual([])
  })
})

describe("a file that a comment or a document names", () => {
  const documents = ["README.md", "CONTRIBUTING.md", ...pagesOf("docs")]

  it.each([...FILES, ...documents])("in %s is in the repository", (file) => {
    const text = readFileSync(resolve(ROOT, file), "utf8")
    const paths = [...text.matchAll(/`((?:src|simulator|testing|scripts|demo)\/[^`\s]+\.\w+)`/g)]
    const named = paths.map(([, path]) => path).filter((path) => !/[*<[…{]/.test(path))
    expect(named.filter((path) => !existsSync(resolve(ROOT, path)))).toEqual([])
  })
})

function pagesOf(folder: string): string[] {
  const names = readdirSync(resolve(ROOT, folder), { recursive: true, encoding: "utf8" })
  return names.filter((name) => name.endsWith(".md")).map((name) => join(folder, name))
}

describe("the tree in CONTRIBUTING", () => {
  const [, tree] = /```text\n(src\/[\s\S]*?)```/.exec(
    readFileSync(resolve(ROOT, "CONTRIBUTING.md"), "utf8")
  ) ?? ["", ""]

  /** What one floor of the tree lists below its name. */
  const listed = (floor: string) => {
    const [, rows] = new RegExp(`^${floor}/ .*\\n((?: +.*\\n)+)`, "m").exec(tree) ?? ["", ""]
    return rows
  }

  it.each(["src/walmart", "src/modules/walmart"])("has every room of %s", (floor) => {
    const rooms = ROOMS.filter((room) => room.startsWith(`${floor}/`))
    const names = rooms
      .map((room) => room.slice(floor.length + 1))
      .filter((name) => !name.includes("/"))
    expect(names.length).toBeGreaterThan(10)
    expect(names.filter((name) => !listed(floor).includes(` ${name}/`))).toEqual([])
  })
})
