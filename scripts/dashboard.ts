import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, resolve } from "node:path"
import { medusa } from "../testing/store-process"

const ROOT = resolve(__dirname, "..")
const BUILT = join(ROOT, ".medusa/admin")

/** From where a store that is not in development serves its dashboard. */
const SERVED = join(ROOT, "public/admin")

/**
 * Builds the dashboard with our screens, as merchants do; each page then opens in a moment instead of loading thousands of
 * sources. React stays the one that says aloud what is wrong. Takes half a minute.
 * @throws Error with the log file's path when the build fails
 */
export async function buildDashboard(): Promise<void> {
  const logFile = join(mkdtempSync(join(tmpdir(), "walmart-dashboard-")), "build.log")
  const env = { NODE_ENV: "development", NODE_OPTIONS: "" }
  await medusa(["build", "--admin-only", "--no-lint"], { env, logFile })
  rmSync(SERVED, { recursive: true, force: true })
  mkdirSync(dirname(SERVED), { recursive: true })
  renameSync(BUILT, SERVED)
  rmSync(dirname(logFile), { recursive: true })
}
