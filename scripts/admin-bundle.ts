import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { transformSync } from "esbuild"

/*
 * Looks at what `medusa plugin:build` made of the admin: prints its size, and fails when something of the dashboard's own is
 * inside. A second copy of React or of the query cache breaks a store's admin in ways that are hard to find.
 */

const ROOT = join(__dirname, "..")
const BUNDLE = join(ROOT, ".medusa/server/src/admin/index.mjs")

/** What the dashboard brings along, and a text of its code that stays when it is bundled. */
const DASHBOARDS_OWN: Record<string, string> = {
  react: "__SECRET_INTERNALS_DO_NOT_USE_OR_YOU_WILL_BE_FIRED",
  "react-dom": "__reactContainer$",
  "react-router": "may be used only in the context of a",
  "@tanstack/react-query": "No QueryClient set, use QueryClientProvider",
  "react-i18next": "by using initReactI18next",
  "@medusajs/ui": "DataTable.FilterBar",
  "@medusajs/icons": "http://www.w3.org/2000/svg",
  "@medusajs/js-sdk": "FetchError",
}

/** What a store's dashboard resolves for the plugin. */
const SHARED = [...Object.keys(DASHBOARDS_OWN), "react-router-dom", "@medusajs/admin-sdk"]

/** Packages that a module imports from outside, by their names. */
function importsOf(code: string): string[] {
  const names = [...code.matchAll(/^import\b[^"']*["']([^"']+)["'];?$/gm)]
  const packages = names.map(([, name]) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name)
  return [...new Set(packages)].sort()
}

/** Sentences about what is inside and should not be, and about what could not be looked for. */
function faultsOf(code: string): string[] {
  return [
    ...Object.entries(DASHBOARDS_OWN).flatMap(([name, text]) => {
      if (code.includes(text)) return [`It holds a copy of ${name}: "${text}" is in it.`]
      if (isIn(join(ROOT, "node_modules", name), text)) return []
      return [`${name} is no longer known by "${text}". Choose another text of its code here.`]
    }),
    ...importsOf(code)
      .filter((name) => !SHARED.includes(name))
      .map((name) => `It imports ${name}, which the dashboard does not bring along.`),
  ]
}

/** Whether a script below a folder has this text. */
function isIn(folder: string, text: string): boolean {
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name !== "node_modules" && isIn(path, text)
    return /\.[cm]?js$/.test(entry.name) && readFileSync(path, "utf8").includes(text)
  })
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`

const code = readFileSync(BUNDLE, "utf8")
const minified = transformSync(code, { minify: true, format: "esm" }).code
const sizes = [Buffer.byteLength(code), Buffer.byteLength(minified), gzipSync(minified).length]
const [written, shrunk, sent] = sizes.map(kilobytes)
process.stdout.write(`Admin: ${written} written, ${shrunk} minified, ${sent} over the wire.\n`)

const faults = faultsOf(code)
if (faults.length > 0) {
  process.stderr.write(`The admin bundle is wrong. ${faults.join(" ")}\n`)
  process.exitCode = 1
} else {
  process.stdout.write(
    `No copy of the dashboard's own inside; it imports ${importsOf(code).join(", ")}.\n`
  )
}
