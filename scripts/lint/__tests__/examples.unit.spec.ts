import { readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import ts from "typescript"

const ROOT = resolve(__dirname, "../../..")
const PAGES = [
  "README.md",
  ...readdirSync(join(ROOT, "docs")).map((name) => `docs/${name}`),
].filter((name) => name.endsWith(".md"))

/** A store's own `medusa-config` imports this, which the examples leave out. */
const IMPORT = `import { defineConfig } from "@medusajs/framework/utils"\n`

/** The code blocks of the documents, each as a file of its own that lies beside the sources. */
function examples(): Map<string, string> {
  const found = new Map<string, string>()
  for (const page of PAGES) {
    const text = readFileSync(join(ROOT, page), "utf8")
    const blocks = [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code)
    blocks.forEach((code, at) => {
      const head = code.includes("defineConfig(") && !code.includes("import ") ? IMPORT : ""
      found.set(join(ROOT, `${page.replace(/\W/g, "-")}-${at}.ts`), `${head}${code}\nexport {}\n`)
    })
  }
  return found
}

/** As a strict store compiles them, with the package's exports found in the sources. */
function complaints(sources: Map<string, string>): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2021,
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    esModuleInterop: true,
    types: ["node"],
    paths: {
      "medusa-plugin-walmart/workflows": [join(ROOT, "src/workflows/index.ts")],
      "medusa-plugin-walmart/types": [join(ROOT, "src/types/index.ts")],
      "medusa-plugin-walmart/simulator": [join(ROOT, "simulator/index.ts")],
    },
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  host.fileExists = (name) => sources.has(name) || fileExists(name)
  host.getSourceFile = (name, ...rest) => {
    const source = sources.get(name)
    return source === undefined
      ? getSourceFile(name, ...rest)
      : ts.createSourceFile(name, source, ts.ScriptTarget.ES2021)
  }
  const program = ts.createProgram([...sources.keys()], options, host)
  return [...sources.keys()].flatMap((name) => {
    const file = program.getSourceFile(name)
    const found = [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]
    return found.map(
      ({ messageText }) => `${name}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`
    )
  })
}

/** A handler that believes every order to be Walmart's. */
const CARELESS = `import { planWalmartUpdatesWorkflow } from "medusa-plugin-walmart/workflows"
planWalmartUpdatesWorkflow.hooks.mapCarriers(async ({ loaded }) => void loaded.walmart_order_id)`

describe("an example in the documents", () => {
  let found: string[]

  beforeAll(() => {
    const sources = examples()
    expect(sources.size).toBeGreaterThan(2)
    found = complaints(new Map([...sources, [join(ROOT, "careless.ts"), CARELESS]]))
  })

  it("compiles in a strict store", () => {
    expect(found.filter((complaint) => !complaint.includes("careless.ts"))).toEqual([])
  })

  it("would be refused if it forgot that a hook's order may be another channel's", () => {
    expect(found.join()).toContain("careless.ts: 'loaded' is possibly 'null'")
  })
})
