import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"

/** A map that stands in the file itself, at its end. */
const MAP = /\n?\/\/# sourceMappingURL=data:\S*\s*$/

/**
 * Medusa's build puts a map of the sources into each compiled file, whatever the configuration says. They are a third of the package,
 * and lead to files that it does not hold.
 */
function main(): void {
  const folder = resolve(__dirname, "../.medusa/server/src")
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  for (const file of files.filter((name) => name.endsWith(".js"))) {
    const path = join(folder, file)
    const code = readFileSync(path, "utf8")
    const bare = code.replace(MAP, "\n")
    if (bare !== code) writeFileSync(path, bare)
  }
}

main()
