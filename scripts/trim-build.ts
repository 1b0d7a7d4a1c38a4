import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"

/* Takes out of what `medusa plugin:build` made what the package is not to hold. */

const BUILT = resolve(__dirname, "../.medusa/server/src")

/** A map that stands in the file itself, at its end. */
const MAP = /\n?\/\/# sourceMappingURL=data:\S*\s*$/

/**
 * Medusa's build puts a map of the sources into each compiled file, whatever the configuration says. They are a third of the package,
 * and lead to files that it does not hold.
 */
function stripMaps(): void {
  const files = readdirSync(BUILT, { recursive: true, encoding: "utf8" })
  for (const file of files.filter((name) => name.endsWith(".js"))) {
    const path = join(BUILT, file)
    const code = readFileSync(path, "utf8")
    const bare = code.replace(MAP, "\n")
    if (bare !== code) writeFileSync(path, bare)
  }
}

/** The build copies `public/` beside the admin's bundle, where the browser's tests leave a whole dashboard. */
function leaveDashboardOut(): void {
  rmSync(join(BUILT, "admin/admin"), { recursive: true, force: true })
}

leaveDashboardOut()
stripMaps()
