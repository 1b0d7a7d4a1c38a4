import { rmSync } from "node:fs"
import { join } from "node:path"
import { noRegistry } from "../npm"
import { packInto, temporaryFolder } from "../scratch-store"
import { allCells, type Cell, type CellResult, keepResults, NODES } from "./results"
import { Toolbox } from "./tools"
import { tryCell } from "./try-cell"

/**
 * `npm run compat -- [medusa=oldest|newest] [node=20] [installer=pnpm] [keep=no]`: installs the packed plugin in a stock store for each
 * combination that the words leave, tries it, and keeps the table in README. Ends with 1 when something did not work.
 */
async function main(): Promise<number> {
  const words = Object.fromEntries(process.argv.slice(2).map((word) => word.split("=")))
  const offline = noRegistry()
  if (offline) {
    say(`SKIPPED: npm reaches no registry here (${offline}), so no stock store was made.`)
    return 0
  }
  const cells = allCells().filter((cell) => isWanted(cell, words))
  if (cells.length === 0)
    throw new Error(`No cell is called that; Node is one of ${NODES.join(", ")}.`)
  const results = await tryAll(cells)
  if (words.keep !== "no") await keepResults(results)
  for (const one of results) say(line(one))
  return results.every(({ fault }) => fault === null) ? 0 : 1
}

function isWanted(cell: Cell, { medusa, node, installer }: Record<string, string | undefined>) {
  const has = (wanted: string | undefined, value: string) =>
    wanted === undefined || wanted === value
  return has(medusa, cell.medusa) && has(node, String(cell.node)) && has(installer, cell.installer)
}

async function tryAll(cells: Cell[]): Promise<CellResult[]> {
  const folder = temporaryFolder()
  try {
    const { archive } = packInto(folder)
    const trial = { archive, tools: new Toolbox(join(folder, "tools")), say }
    const results: CellResult[] = []
    for (const cell of cells) {
      say(`Medusa ${cell.medusa}, Node ${cell.node}, ${cell.installer}`)
      results.push(await tryCell(cell, trial))
    }
    return results
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function line({ versions, installer, fault, seconds }: CellResult): string {
  const outcome = fault ?? "works"
  return `Medusa ${versions.medusa}, Node ${versions.node}, ${installer}: ${outcome} (${seconds} s)`
}

function say(words: string): void {
  process.stderr.write(`${words}\n`)
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    say(error.message)
    process.exit(1)
  }
)
