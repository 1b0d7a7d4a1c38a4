import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { format } from "prettier"
import { FOLDER } from "../integration-tests/e2e/screenshots"
import { tablesOf, type Taken, TASKS_FILE } from "../integration-tests/e2e/tasks/task-table"

/** `npm run screenshots`: the README's pictures and the table of a day's tasks, from the last run of the browser tests. */

const DOCS = resolve(__dirname, "../docs")
const SHOWN = join(DOCS, "screenshots")
const PAGE = join(DOCS, "performance.md")

const NAMES = [
  "ship-screen-refuses",
  "needs-attention",
  "cancel-reasons",
  "orders-page",
  "update-details",
  "settings",
]

const BEGIN = "<!-- tasks: npm run screenshots -->"
const END = "<!-- /tasks -->"

/** The page with the tables of tasks and measures made anew. @throws Error when one of its marks is missing */
async function withTasks(page: string, taken: Taken): Promise<string> {
  const [before, rest] = page.split(BEGIN)
  const end = rest?.indexOf(END) ?? -1
  if (rest === undefined || end < 0) throw new Error(`The page has no ${BEGIN} … ${END}.`)
  const table = await format(tablesOf(taken), { parser: "markdown" })
  return `${before}${BEGIN}\n\n${table}\n${rest.slice(end)}`
}

async function main(): Promise<void> {
  mkdirSync(SHOWN, { recursive: true })
  for (const name of NAMES) copyFileSync(join(FOLDER, `${name}.png`), join(SHOWN, `${name}.png`))
  const taken = JSON.parse(readFileSync(TASKS_FILE, "utf8")) as Taken
  writeFileSync(PAGE, await withTasks(readFileSync(PAGE, "utf8"), taken))
  console.log(`${NAMES.length} pictures are in docs/screenshots, the tasks in docs/performance.md.`)
}

main().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
