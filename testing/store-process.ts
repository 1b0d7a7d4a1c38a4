import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { openSync } from "node:fs"
import { resolve } from "node:path"
import axios from "axios"
import { waitFor } from "./wait-for"

const ROOT = resolve(__dirname, "..")
const CLI = resolve(ROOT, "node_modules", "@medusajs", "cli", "cli.js")

/** The longest that a store may take to boot; several times what it takes on a machine that has much else to do. */
const BOOT_MS = 240_000

/** How a Medusa command runs: its environment on top of ours, and the file that takes what it prints. */
export interface Surroundings {
  env: Record<string, string>
  logFile: string
  /** The store's own folder; this repository when left out. */
  directory?: string
}

/** A store that answers at `url`. */
export interface RunningStore {
  url: string
  /** Asks it to end, waits until it did, and ends it by force when it does not. */
  stop(): Promise<void>
  /** Sends the process a signal and goes on at once. */
  signal(signal: NodeJS.Signals): void
  /** Resolves with the process's exit code, null when a signal ended it. */
  ended: Promise<number | null>
  /** Number of its process. */
  pid: number
}

/**
 * Runs `medusa <args>` in this repository to its end.
 * @throws Error with the log file's path when it fails
 */
export async function medusa(args: string[], surroundings: Surroundings): Promise<void> {
  const child = launch(args, surroundings)
  const code = await new Promise<number | null>((done, fail) => {
    child.once("error", fail)
    child.once("exit", done)
  })
  if (code === 0) return
  throw new Error(`medusa ${args.join(" ")} ended with ${code}; see ${surroundings.logFile}`)
}

/**
 * Starts the repository's own store and resolves when it answers.
 * @throws Error with the log file's path when it ends or does not answer within {@link BOOT_MS}
 */
export async function startStore(port: number, surroundings: Surroundings): Promise<RunningStore> {
  const child = launch(["start", "--port", String(port)], surroundings)
  const url = `http://localhost:${port}`
  const died = new AbortController()
  const ended = new Promise<number | null>((done) => child.once("exit", (code) => done(code)))
  void ended.then((code) =>
    died.abort(new Error(`the store ended with ${code}; see ${surroundings.logFile}`))
  )
  const options = { timeoutMs: BOOT_MS, everyMs: 100, signal: died.signal }
  await waitFor(`the store at ${url}; see ${surroundings.logFile}`, () => answers(url), options)
  const signal = (name: NodeJS.Signals) => void child.kill(name)
  return { url, stop: () => end(child), signal, ended, pid: child.pid ?? 0 }
}

/** Bytes that a process holds in memory. */
export function memoryOf(pid: number): number {
  const kilobytes = execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })
  return Number(kilobytes) * 1024
}

/** Starts `medusa <args>` in a store's folder. */
export function launch(
  args: string[],
  { env, logFile, directory = ROOT }: Surroundings
): ChildProcess {
  const log = openSync(logFile, "a")
  return spawn(process.execPath, [CLI, ...args], {
    cwd: directory,
    // Development serves the admin from its sources, without the minute that a build takes.
    env: { ...process.env, NODE_ENV: "development", MEDUSA_DISABLE_TELEMETRY: "true", ...env },
    stdio: ["ignore", log, log],
  })
}

async function answers(url: string): Promise<boolean> {
  const { status } = await axios
    .get(`${url}/health`, { validateStatus: () => true })
    .catch(noAnswer)
  return status === 200
}

/** Nobody listens yet. */
function noAnswer(): { status: number } {
  return { status: 0 }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((done) => child.once("exit", () => done()))
  const force = setTimeout(() => child.kill("SIGKILL"), 5_000)
  child.kill("SIGTERM")
  await gone
  clearTimeout(force)
}
