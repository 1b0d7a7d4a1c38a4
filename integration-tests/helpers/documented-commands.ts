import { readFileSync } from "node:fs"
import { join, resolve } from "node:path"

const ROOT = resolve(__dirname, "../..")

/** The lines of a document's blocks of shell, joined where one goes on. */
export function commandsIn(page: string): string[] {
  const text = readFileSync(join(ROOT, page), "utf8")
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block)
  return blocks
    .flatMap((block) => block.replace(/\\\n\s*/g, "").split("\n"))
    .map((line) => line.replace(/\s+#.*$/, "").trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
}

/** One of the package's scripts as a document has it run. */
export interface DocumentedScript {
  /** Such as `doctor`. */
  script: string
  /** The words behind it; what is to be replaced stands in angle brackets. */
  args: string[]
}

const EXEC =
  /^npx medusa exec \.\/node_modules\/medusa-plugin-walmart\/\.medusa\/server\/src\/scripts\/([\w-]+)\.js ?(.*)$/

/** The scripts that a document has run. @throws Error for a line that runs one in another spelling */
export function scriptsIn(page: string): DocumentedScript[] {
  const lines = commandsIn(page).filter((line) => line.includes("medusa exec"))
  return lines.map((line) => {
    const [, script, words] = EXEC.exec(line) ?? []
    if (!script) throw new Error(`"${line}" does not run a script as the others do.`)
    return { script, args: words.match(/(?:<[^>]*>|[^\s<])+/g) ?? [] }
  })
}
