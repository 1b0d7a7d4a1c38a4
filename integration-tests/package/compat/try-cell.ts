import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { freePort } from "../../../scripts/postgres"
import { startSimulator } from "../../../simulator"
import { expected, presses } from "../buttons"
import { Desk, orderAll } from "../desk"
import { type Recipe, type StockStore, stockStore } from "../stock-store"
import type { Cell, CellResult } from "./results"
import { type Toolbox, versionsOf } from "./tools"

const MANIFEST = resolve(__dirname, "../../../package.json")

/** What a cell is tried with. */
export interface Trial {
  /** The packed plugin. */
  archive: string
  tools: Toolbox
  say: (words: string) => void
}

/**
 * Makes the store of a cell, and does in it what a shop does: import, acknowledge, ship, cancel, and every button of the admin API once.
 * A step that fails is the result, not an error.
 */
export async function tryCell(cell: Cell, trial: Trial): Promise<CellResult> {
  const begun = Date.now()
  let step = "tools"
  const versions = { medusa: cell.medusa === "oldest" ? oldestMedusa() : "newest", node: "" }
  const said = (name: string) => {
    step = name
    trial.say(`  ${name}, after ${secondsSince(begun)} s`)
  }
  const fault = await madeAndTried(cell, trial, { said, versions }).then(
    () => null,
    (error: Error) => {
      trial.say(error.message)
      return `${step}, ${reasonOf(error.message)}`
    }
  )
  const day = new Date().toISOString().slice(0, 10)
  return { ...cell, versions, fault, seconds: secondsSince(begun), day }
}

interface Course {
  said: (step: string) => void
  versions: CellResult["versions"]
}

async function madeAndTried(cell: Cell, trial: Trial, { said, versions }: Course): Promise<void> {
  said("tools")
  const recipe = await recipeOf(cell, trial.tools)
  versions.node = execFileSync(recipe.node, ["--version"], { encoding: "utf8" }).trim().slice(1)
  const simulator = await startSimulator({ port: 0 })
  try {
    const store = await stockStore(trial.archive, simulator.url, recipe, said)
    versions.medusa = installedMedusa(store)
    await work(store, simulator, said).finally(() => store.remove())
  } finally {
    await simulator.close()
  }
}

async function recipeOf({ medusa, node: major, installer }: Cell, tools: Toolbox): Promise<Recipe> {
  const node = await tools.node(major)
  const versionOf = medusa === "oldest" ? versionsOf(oldestMedusa()) : () => null
  return { node, versionOf, ...(await tools.installer(installer, node)) }
}

async function work(
  store: StockStore,
  simulator: Awaited<ReturnType<typeof startSimulator>>,
  said: Course["said"]
): Promise<void> {
  const purchaseOrders = orderAll(simulator)
  const port = await freePort()
  said("start")
  const server = await store.start(port)
  try {
    const desk = new Desk(port, simulator, purchaseOrders)
    await desk.open()
    said("import")
    await desk.seeAcknowledged()
    said("ship")
    await desk.ship()
    said("cancel")
    await desk.cancel()
    said("buttons")
    refuseWrong(await desk.pressAll())
  } finally {
    await server.stop()
  }
}

/** @throws Error that names each button that did not answer as it should */
function refuseWrong(answers: Record<string, string>): void {
  const nothing = { account: "", order: "", failed: "", sent: "", stock: "" }
  const pressed = presses({ ...nothing, packed: { order: "", fulfillment: "" } })
  const wrong = Object.entries(answers).filter(
    ([route, answer]) => answer !== expected(pressed[route])
  )
  if (wrong.length > 0) throw new Error(wrong.map((pair) => pair.join(": ")).join("; "))
}

/** The lowest Medusa that the plugin's peer range allows. */
function oldestMedusa(): string {
  const { peerDependencies } = JSON.parse(readFileSync(MANIFEST, "utf8"))
  return String(peerDependencies["@medusajs/medusa"]).replace(/^\D+/, "")
}

function installedMedusa({ folder }: StockStore): string {
  const manifest = join(folder, "node_modules/@medusajs/medusa/package.json")
  return JSON.parse(readFileSync(manifest, "utf8")).version
}

function secondsSince(begun: number): number {
  return Math.round((Date.now() - begun) / 1000)
}

/** What a program called an error itself, or else the first line; fit for a table that others read, so without this machine's folders. */
function reasonOf(message: string): string {
  const lines = message.split("\n")
  const line = lines.find((one) => /^\W*(npm )?err(or)?\b/i.test(one)) ?? lines[0]
  return line
    .replaceAll(/(?:\/[\w.@+-]+)+\//g, "")
    .replaceAll("|", "/")
    .trim()
    .slice(0, 160)
}
