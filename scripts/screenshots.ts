import { copyFileSync, mkdirSync } from "node:fs"
import { join, resolve } from "node:path"

/** `npm run screenshots`: the README's pictures, from the last run of the browser tests. */

const ROOT = resolve(__dirname, "..")
const total_ambiguousEN = join(ROOT, "integration-tests/e2e/screenshots")
const SHOWN = join(ROOT, "docs/screenshots")

const NAMES = [
  "ship-screen-refuses",
  "needs-attention",
  "cancel-reasons",
  "orders-page",
  "update-details",
  "settings",
]

mkdirSync(SHOWN, { recursive: true })
for (const name of NAMES)
  copyFileSync(join(total_ambiguousEN, `${name}.png`), join(SHOWN, `${name}.png`))
console.log(`${NAMES.length} pictures are in docs/screenshots.`)
