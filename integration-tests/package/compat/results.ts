import { readFileSync, writeFileSync } from "node:fs"
import { resolve } from "node:path"
import { format } from "prettier"
import { INSTALLERS, type InstallerName } from "./tools"

const ROOT = resolve(__dirname, "../../..")

/** What was found in each cell when it was run last. */
export const RESULTS = resolve(ROOT, "docs/compatibility.json")

const README = resolve(ROOT, "README.md")
const MARKS = ["<!-- compatibility: npm run compat -->", "<!-- /compatibility -->"] as const

/** Major versions of Node that the table has. */
export const NODES = [20, 22, 24]

/** A store that was made: of which Medusa, on which Node, by whom. */
export interface Cell {
  medusa: "oldest" | "newest"
  node: number
  installer: InstallerName
}

/** How a cell ended. */
export interface CellResult extends Cell {
  /** Versions that were really there. */
  versions: { medusa: string; node: string }
  /** Null when everything worked; else the step that failed, and why in a line. */
  fault: string | null
  seconds: number
  day: string
}

/** Every cell there is. */
export function allCells(): Cell[] {
  return (["newest", "oldest"] as const).flatMap((medusa) =>
    NODES.flatMap((node) => INSTALLERS.map((installer) => ({ medusa, node, installer })))
  )
}

/** Results as they are kept. */
export function readResults(): CellResult[] {
  return JSON.parse(readFileSync(RESULTS, "utf8"))
}

const isSame = (a: Cell) => (b: Cell) =>
  a.medusa === b.medusa && a.node === b.node && a.installer === b.installer

/** Keeps new results in place of those that the same cells had, and writes README's table. */
export async function keepResults(fresh: CellResult[]): Promise<void> {
  const old = readResults().filter((one) => !fresh.some(isSame(one)))
  const kept = allCells().flatMap((cell) => [...old, ...fresh].filter(isSame(cell)))
  writeFileSync(RESULTS, `${JSON.stringify(kept, null, 2)}\n`)
  writeFileSync(README, await withTable(readFileSync(README, "utf8"), kept))
}

/** A page with the table of results between its marks. @throws Error when the marks are missing */
export async function withTable(page: string, results: CellResult[]): Promise<string> {
  const [before, rest] = page.split(MARKS[0])
  const after = rest?.split(MARKS[1])[1]
  if (after === undefined) throw new Error(`The page has no ${MARKS.join(" … ")}.`)
  const table = await format(tableOf(results), { parser: "markdown" })
  return `${before}${MARKS[0]}\n\n${table}\n${MARKS[1]}${after}`
}

function tableOf(results: CellResult[]): string {
  const head = ["Medusa", "Node", ...INSTALLERS]
  const rows = (["newest", "oldest"] as const).flatMap((medusa) =>
    NODES.map((node) => {
      const cells = INSTALLERS.map((installer) => results.find(isSame({ medusa, node, installer })))
      const version = results.find((one) => one.medusa === medusa)?.versions.medusa
      return [version ?? medusa, String(node), ...cells.map(words)]
    })
  )
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n")
}

function words(result: CellResult | undefined): string {
  if (!result) return "not run"
  return result.fault === null ? "works" : `fails: ${result.fault}`
}
