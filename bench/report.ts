import { execFileSync } from "node:child_process"
import { writeFileSync } from "node:fs"
import { cpus, totalmem } from "node:os"
import { version as medusa } from "@medusajs/medusa/package.json"
import { type Figure, isWithin } from "./figure"

/** Writes the figures of each bench as JSON, with what they were measured on. */
export function writeReport(file: string, measured: Record<string, Figure[]>): void {
  const figures = Object.entries(measured).flatMap(([bench, all]) =>
    all.map((figure) => ({ bench, ...figure, within: isWithin(figure) }))
  )
  const report = { at: new Date().toISOString(), on: machine(), figures }
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
}

function machine() {
  const all = cpus()
  return {
    node: process.version,
    medusa,
    commit: commit(),
    cpu: all[0]?.model,
    cores: all.length,
    memoryGb: Math.round(totalmem() / 1024 ** 3),
  }
}

/** Null outside of a clone. */
function commit(): string | null {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim()
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  }
}
