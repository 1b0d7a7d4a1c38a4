import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

const ROOT = join(__dirname, "..")

/** The admin's own code: each file by its path below `src/admin`. @param ending of its name */
export function sourceFiles(ending: RegExp): { file: string; code: string }[] {
  return readdirSync(ROOT, { recursive: true, encoding: "utf8" })
    .filter((file) => ending.test(file) && !file.includes("__tests__"))
    .map((file) => ({ file, code: readFileSync(join(ROOT, file), "utf8") }))
}
