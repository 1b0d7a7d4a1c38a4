import { writeFileSync } from "node:fs"
import { resolve } from "node:path"
import { format } from "prettier"
import { DOORS, type DoorRow } from "../src/api/native/doors"

const HEAD = `# Every door of Medusa

Every way in which Medusa lets something of an order be changed, and what the plugin does about it for a Walmart order. Orders of
other channels pass everywhere untouched. The page is made from \`src/api/native/doors\` by \`npm run docs:doors\`; a test compares it
with the routes and workflows of the installed Medusa, and fails on one that has no row.

- **checked**: a request is refused before anything is saved, with words that say what to do. A store's own code that runs a
  workflow passes no route, so nothing is checked for it; the words after this one hold for it too.
- **in turn**: requests for one order wait for each other, so that each is checked against what the one before it saved.
- **muted**: the event says \`no_notification\`, so that the shop mails nothing to Walmart's buyer, whom Walmart mails itself.
- **planned**: Walmart is sent what is missing there, by the event or else by the sweep.
- **noticed**: when both sides disagree, the order needs attention under the named code; see [differences](states.md#differences).
- **harmless**: nothing follows for Walmart, and nothing has to.
`

/** The page of the docs that shows every door, as Markdown. */
export function doorsPage(): string {
  const parts = Object.entries(DOORS).map(([title, rows]) => `## ${title}\n\n${table(rows)}`)
  return [HEAD, ...parts].join("\n")
}

function table(rows: DoorRow[]): string {
  const lines = rows.flatMap((row) =>
    [...(row.routes ?? []), ...(row.workflows ?? [])].map((name) => line(name, row))
  )
  return [
    "| route or workflow | what it does | Walmart orders |",
    "| --- | --- | --- |",
    ...lines,
    "",
  ].join("\n")
}

function line(name: string, row: DoorRow): string {
  const isRoute = name.startsWith("/") || name.includes(" ")
  return `| \`${name}\` | ${row.does} | ${[...(isRoute ? before(row) : []), after(row)].join("; ")} |`
}

function before({ refused, muted, inTurn }: DoorRow): string[] {
  return [
    ...(refused ? [`**checked**: ${refused}`] : []),
    ...(refused || inTurn ? ["**in turn**"] : []),
    ...(muted ? ["**muted**"] : []),
  ]
}

function after({ afterwards, because }: DoorRow): string {
  return `**${afterwards}**${afterwards === "harmless" ? ", because" : ":"} ${because}`
}

/** `npm run docs:doors` writes the page. */
async function main(): Promise<void> {
  const page = await format(doorsPage(), { parser: "markdown", printWidth: 100 })
  writeFileSync(resolve(__dirname, "../docs/doors.md"), page)
}

if (require.main === module) void main()
