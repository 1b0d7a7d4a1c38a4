import { execFileSync } from "node:child_process"
import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { askRegistry, type Install, installBy, npmOf } from "../npm"
import type { Recipe } from "../stock-store"

/** Installers that a store may be made with, each in the version that people use today. */
export const INSTALLERS = ["npm", "pnpm", "yarn 1", "yarn 4"] as const

/** One of {@link INSTALLERS}. */
export type InstallerName = (typeof INSTALLERS)[number]

/** What an installer is made of. */
interface Tool {
  /** Package and version in the registry; npm is there already. */
  spec: string
  /** Its program below `node_modules`. */
  program: string
  /** Arguments that install what `package.json` names, and that add an archive. */
  all: string[]
  add: string[]
  files: Recipe["files"]
}

/** What Medusa's own starter tells pnpm, without which its dashboard is not built, with the plugin or not. */
const HOISTED = [
  "@medusajs/*",
  "@tanstack/react-query",
  "react-i18next",
  "react-router-dom",
  "react",
  "react-dom",
]

const TOOLS: Record<Exclude<InstallerName, "npm">, Tool> = {
  pnpm: {
    spec: "pnpm@10",
    program: "pnpm/bin/pnpm.cjs",
    all: ["install", "--no-frozen-lockfile"],
    add: ["add"],
    files: { ".npmrc": HOISTED.map((name) => `public-hoist-pattern[]=${name}\n`).join("") },
  },
  // It refuses a package for another Node, where the others warn: packages of Medusa's own ask for Node 22, with the plugin or not.
  "yarn 1": {
    spec: "yarn@1",
    program: "yarn/bin/yarn.js",
    all: ["install", "--non-interactive", "--ignore-engines"],
    add: ["add", "--non-interactive", "--ignore-engines"],
    files: {},
  },
  "yarn 4": {
    spec: "@yarnpkg/cli-dist@4",
    program: "@yarnpkg/cli-dist/bin/yarn.js",
    all: ["install", "--no-immutable"],
    add: ["add"],
    files: { ".yarnrc.yml": "nodeLinker: node-modules\nenableTelemetry: false\n", "yarn.lock": "" },
  },
}

/** Installs what a cell needs and this machine lacks, below a folder; each once. */
export class Toolbox {
  constructor(private readonly folder: string) {}

  /** A Node of a major version: the one that is running, or the newest that npm has of it. @returns its executable */
  async node(major: number): Promise<string> {
    if (process.versions.node.split(".")[0] === String(major)) return process.execPath
    const folder = await this.fetch(`node@${major}`)
    return join(folder, "node", "bin", "node")
  }

  /** An installer, run by a Node. */
  async installer(name: InstallerName, node: string): Promise<Pick<Recipe, "install" | "files">> {
    if (name === "npm") return { install: npmOf(node), files: {} }
    const tool = TOOLS[name]
    const program = join(await this.fetch(tool.spec), tool.program)
    // yarn 4 reads no .npmrc.
    const env = { YARN_NPM_REGISTRY_SERVER: askNpmFor("registry"), CI: undefined }
    const install: Install = (folder, ...packages) => {
      const specs = packages.map((path) =>
        name === "yarn 4" ? `medusa-plugin-walmart@file:${path}` : `file:${path}`
      )
      const args = packages.length > 0 ? [...tool.add, ...specs] : tool.all
      return installBy(node, [program, ...args], { folder, node, env })
    }
    return { install, files: tool.files }
  }

  private async fetch(spec: string): Promise<string> {
    const folder = join(this.folder, spec.replace(/\W+/g, "-"))
    const packages = join(folder, "node_modules")
    if (existsSync(packages)) return packages
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, "package.json"), "{}")
    await npmOf(process.execPath)(folder, spec)
    return packages
  }
}

/** A version of each of Medusa's packages that goes with one version of Medusa. */
export function versionsOf(medusa: string): Recipe["versionOf"] {
  const ui = askRegistry(`@medusajs/dashboard@${medusa}`, "dependencies.@medusajs/ui")
  return (name) => (name === "@medusajs/ui" ? ui : medusa)
}

function askNpmFor(setting: string): string {
  return execFileSync("npm", ["config", "get", setting], { encoding: "utf8" }).trim()
}
