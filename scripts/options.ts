import { readFileSync, writeFileSync } from "node:fs"
import { resolve } from "node:path"
import { format } from "prettier"
import { ACCOUNT, type OptionRow, optionRows } from "./options/option-rows"

const PAGE = resolve(__dirname, "../docs/configuration.md")

/** The page of the options with its tables made anew. @throws Error when one of its marks is missing, or an option has no meaning */
export async function withOptions(page: string): Promise<string> {
  const rows = optionRows()
  const ofAccounts = rows
    .filter(({ name }) => name.startsWith(ACCOUNT))
    .map((row) => ({ ...row, name: row.name.slice(ACCOUNT.length) }))
  const others = rows.filter(({ name }) => !name.startsWith(ACCOUNT))
  const first = await replace(page, "an account", ofAccounts)
  return replace(first, "the plugin", others)
}

async function replace(page: string, whose: string, rows: OptionRow[]): Promise<string> {
  const begin = `<!-- options of ${whose}: npm run docs:options -->`
  const [before, rest] = page.split(begin)
  const end = rest?.indexOf(END) ?? -1
  if (rest === undefined || end < 0) throw new Error(`The page has no ${begin} … ${END}.`)
  const table = await format(tableOf(rows), { parser: "markdown" })
  return `${before}${begin}\n\n${table}\n${rest.slice(end)}`
}

const END = "<!-- /options -->"

function tableOf(rows: OptionRow[]): string {
  const lines = rows.map(({ name, values, without, says }) =>
    [`\`${name}\``, values, without, says].join(" | ")
  )
  const head = ["option | takes | when left out | meaning", "--- | --- | --- | ---"]
  return [...head, ...lines].map((line) => `| ${line} |`).join("\n")
}

/** `npm run docs:options` writes the tables. */
async function main(): Promise<void> {
  writeFileSync(PAGE, await withOptions(readFileSync(PAGE, "utf8")))
}

if (require.main === module) {
  main().catch((error: Error) => {
    console.error(error.message)
    process.exit(1)
  })
}
