import { execFileSync, spawnSync } from "node:child_process"
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { isBuiltin } from "node:module"
import { join, posix } from "node:path"
import { freePort } from "../../scripts/postgres"
import { commandsIn } from "../helpers/documented-commands"
import { plainEnvironment, Program } from "./program"
import { packInto, type ScratchStore, scratchStore, temporaryFolder } from "./scratch-store"

const SOURCE = join(__dirname, "..", "..", "src")

describe("the packed plugin", () => {
  let folder: string
  let files: string[]
  let store: ScratchStore
  let plugin: string

  beforeAll(async () => {
    folder = temporaryFolder()
    const packed = packInto(folder)
    files = packed.files
    store = await scratchStore(packed.archive)
    plugin = join(store.folder, "node_modules", "medusa-plugin-walmart")
  })
  afterAll(async () => {
    await store.remove()
    rmSync(folder, { recursive: true })
  })

  it("holds the compiled plugin and the papers, and nothing else", () => {
    const papers = [
      ...[
        ".env.template",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "README.md",
        "SECURITY.md",
      ],
      ...["package.json", "simulator/RULES.md"],
    ]
    const compiled = files.filter((file) => /^\.medusa\/server\/(src|simulator)\//.test(file))
    const others = files.filter((file) => !compiled.includes(file) && !file.startsWith("docs/"))
    expect(others.sort()).toEqual(papers)
    expect(
      compiled.filter((file) => /__tests__|__fixtures__|\.spec\.|\.tsx?$/.test(dropTypes(file)))
    ).toEqual([])
  })

  it("holds every file of the source, compiled: Medusa's build leaves folders of some names out", () => {
    const source = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
    const compiled = source
      .filter((file) => file.endsWith(".ts") && !/__tests__|__fixtures__|^admin\//.test(file))
      .map((file) => `.medusa/server/src/${file.replace(/(\.d)?\.ts$/, ".js")}`)
    expect(compiled.length).toBeGreaterThan(100)
    expect(compiled.filter((file) => !files.includes(file))).toEqual([])
  })

  it("holds no maps of sources that it does not hold", () => {
    const compiled = files.filter((file) => file.endsWith(".js"))
    const mapped = compiled.filter((file) => textOf(file).includes("sourceMappingURL="))
    expect(mapped).toEqual([])
  })

  it("holds every page and picture that its papers link to", () => {
    const papers = files.filter((file) => file.endsWith(".md"))
    const dead = papers.flatMap((paper) => linksOf(paper).filter((link) => !isPacked(link)))
    expect(papers.length).toBeGreaterThan(10)
    expect(dead).toEqual([])
  })

  it("uses only packages that it declares", () => {
    const { dependencies, peerDependencies } = manifest()
    const declared = new Set([...Object.keys(dependencies), ...Object.keys(peerDependencies)])
    const used = files.filter((file) => /\.m?js$/.test(file)).flatMap((file) => packagesIn(file))
    const undeclared = [...new Set(used)].filter((name) => !declared.has(name) && !provided(name))
    expect(undeclared).toEqual([])
  })

  it("lets a store's own tests start the simulated Walmart", () => {
    const script = `require("medusa-plugin-walmart/simulator").startSimulator({ port: 0 })
      .then((walmart) => { walmart.control.createOrder({ lines: [{ sku: "A", quantity: 1, price: 1 }] }); return walmart.close() })`
    execFileSync(process.execPath, ["-e", script], { cwd: store.folder, env: plainEnvironment() })
  })

  it("takes an order as README has it made, from the simulated Walmart that README has started", async () => {
    const [start, make] = commandsIn("README.md").filter((line) => line.includes("4010"))
    const [, name, given] = /^npx ([\w-]+) (.*)$/.exec(start) ?? []
    const port = String(await freePort())
    const args = [join(plugin, manifest().bin[name]), ...given.replace("4010", port).split(" ")]
    const run = { file: process.execPath, args, cwd: store.folder, env: plainEnvironment() }
    const walmart = new Program("README's simulated Walmart", run)
    await walmart.says(port, 30)
    const [, type] = /-H "content-type: ([^"]+)"/.exec(make) ?? []
    const [, body] = /-d '([^']+)'/.exec(make) ?? []
    const url = make.split(" ").at(-1)?.replace("4010", port) ?? ""
    const answer = await fetch(url, { method: "POST", headers: { "content-type": type }, body })
    expect([answer.status, await answer.json()]).toEqual([
      expect.any(Number),
      expect.objectContaining({ purchaseOrderId: expect.stringMatching(/^\d+$/) }),
    ])
    await walmart.stop()
  })

  it.each([
    ...["/workflows", "/modules/walmart", "/types", "/admin", "/simulator", "/package.json"],
  ])("can be required as medusa-plugin-walmart%s", (path) => {
    const script = `require("medusa-plugin-walmart${path}")`
    execFileSync(process.execPath, ["-e", script], { cwd: store.folder, env: plainEnvironment() })
  })

  // Medusa's own UI cannot be imported by Node as a module, so that the screens cannot either.
  it("can be imported as a module, each thing by its name", () => {
    const script = `
      import { planWalmartUpdatesWorkflow } from "medusa-plugin-walmart/workflows"
      import { startSimulator } from "medusa-plugin-walmart/simulator"
      import module from "medusa-plugin-walmart/modules/walmart"
      import "medusa-plugin-walmart/types"
      import manifest from "medusa-plugin-walmart/package.json" with { type: "json" }
      const found = [planWalmartUpdatesWorkflow, startSimulator, module, manifest.version]
      process.exit(found.every(Boolean) ? 0 : 1)`
    const node = ["--input-type=module", "-e", script]
    execFileSync(process.execPath, node, { cwd: store.folder, env: plainEnvironment() })
  })

  it.each([
    ["Node", ["--module", "node16", "--moduleResolution", "node16"]],
    ["a bundler", ["--module", "esnext", "--moduleResolution", "bundler"]],
  ])("has the types of what it exports, as %s looks for them", (_name, options) => {
    const text = `
      import { planWalmartUpdatesWorkflow } from "medusa-plugin-walmart/workflows"
      import type { WalmartEvents, WalmartPluginOptions } from "medusa-plugin-walmart/types"
      import { startSimulator } from "medusa-plugin-walmart/simulator"
      import walmart from "medusa-plugin-walmart/modules/walmart"
      export const options: WalmartPluginOptions = { accounts: [{ id: "us-main", clientId: process.env.NOT_SET }] }
      export const imported = (event: WalmartEvents["walmart.order.imported"]): string => event.order_id
      export const url = startSimulator({ port: 0 }).then((simulator): string => simulator.url)
      export const id: string = planWalmartUpdatesWorkflow.getName()
      // @ts-expect-error there is no such hook, so the types are known
      planWalmartUpdatesWorkflow.hooks.unheardOf
      export default walmart`
    writeFileSync(join(store.folder, "uses.ts"), text)
    const tsc = require.resolve("typescript/bin/tsc")
    const strict = ["--noEmit", "--strict", "--skipLibCheck", "--types", "node", "uses.ts"]
    const compiled = spawnSync(process.execPath, [tsc, ...options, ...strict], {
      ...{ cwd: store.folder, env: plainEnvironment(), encoding: "utf8" },
    })
    expect(compiled.stdout).toBe("")
  })

  describe("in a store of its own", () => {
    let server: Program | null = null
    afterAll(() => server?.stop())

    it("migrates an empty database, and has nothing to do the second time", async () => {
      expect(await store.medusa("db:migrate")).toContain("MODULE: walmart")
      expect(await store.medusa("db:migrate")).not.toMatch(/Migrated Migration/)
    })

    it("boots without any Walmart account and guards its admin API", async () => {
      const port = await freePort()
      server = await store.start(port)
      const answer = await fetch(`http://localhost:${port}/admin/walmart/status`)
      expect(answer.status).toBe(401)
    })

    it("refuses to boot with wrong options, and names each of them", async () => {
      const options = { accounts: [{ id: "main", clientId: "id" }], leaseMs: 1, concurrency: 0 }
      const boot = store.start(await freePort(), withOptions(options))
      await expect(boot).rejects.toThrow(
        /(?=.*accounts\.0\.clientSecret)(?=.*concurrency)(?=.*leaseMs)/s
      )
    })

    it("refuses to boot when only the lease is too short, and says which option is wrong", async () => {
      const boot = store.start(await freePort(), withOptions({ leaseMs: 60_000 }))
      await expect(boot).rejects.toThrow(
        /these options\. leaseMs: is 60000, must be at least 120000/
      )
    })
  })

  function manifest(): Record<"bin" | "dependencies" | "peerDependencies", Record<string, string>> {
    return JSON.parse(readFileSync(join(plugin, "package.json"), "utf8"))
  }

  /** Paths in the package that a paper links to; none of other sites. */
  function linksOf(paper: string): string[] {
    const text = textOf(paper)
    const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)|src="([^"]+)"/g)]
    return links
      .map(([, link, picture]) => link ?? picture)
      .filter((link) => !/^[a-z]+:/.test(link))
      .map((link) => posix.normalize(posix.join(posix.dirname(paper), link)))
  }

  function isPacked(path: string): boolean {
    return files.includes(path) || files.some((file) => file.startsWith(path.replace(/\/?$/, "/")))
  }

  function textOf(file: string): string {
    return readFileSync(join(plugin, file), "utf8")
  }

  function packagesIn(file: string): string[] {
    const source = textOf(file)
    // At the beginning of a statement: SQL has a "from" too.
    const imports =
      /(?:require\(|^\s*(?:im|ex)port\b[^"'`]*?from |^\s*import )["']([^"'.][^"']*)["']/gm
    const specifiers = [...source.matchAll(imports)]
    return specifiers
      .map(([, specifier]) => specifier)
      .filter((specifier) => !isBuiltin(specifier))
      .map((specifier) =>
        specifier
          .split("/")
          .slice(0, specifier.startsWith("@") ? 2 : 1)
          .join("/")
      )
  }
})

/** Medusa's admin brings these to every extension. */
function provided(name: string): boolean {
  return [
    "react",
    "react-dom",
    "react-router-dom",
    "react-i18next",
    "@tanstack/react-query",
    "@medusajs/js-sdk",
  ].includes(name)
}

/** The variable in which the store's configuration finds the plugin's options. */
function withOptions(options: Record<string, unknown>) {
  return { PLUGIN_OPTIONS: JSON.stringify(options) }
}

function dropTypes(file: string): string {
  return file.replace(/\.d\.ts$/, "")
}
