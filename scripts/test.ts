import { type ChildProcess, spawn } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { ensureChromium } from "./chromium"
import { buildDashboard } from "./dashboard"
import { endOnSignal } from "./end-on-signal"
import { type PostgresServer, usePostgres } from "./postgres"
import { makeTemplateStore } from "./template-store"

/** Runs jest's projects: `tsx scripts/test.ts [project…] [jest arguments…]`. */

const ROOT = resolve(__dirname, "..")

/** Projects that run one after the other, and those that run together because some compute while others wait. */
const RUNS: Run[] = [
  { projects: ["unit", "zod"], workers: 2 },
  { projects: ["modules", "http", "redis", "faults"], workers: 3, boots: true },
  { projects: ["package"], workers: 1, boots: true },
  { projects: ["store"], workers: 1, boots: true },
  { projects: ["instances"], workers: 1, boots: true },
  { projects: ["e2e"], workers: 2, boots: true },
]
const PROJECTS = RUNS.flatMap(({ projects }) => projects)
const DEFAULT_PROJECTS = ["unit", "zod", "modules", "http", "redis", "faults"]

interface Run {
  projects: string[]
  /** How many specs at once. */
  workers: number
  /** Whether each boots Medusa or its module, and so needs PostgreSQL. */
  boots?: boolean
}

/** Projects of which some specs begin with a copy of a seeded store's database. */
const STORES = ["http", "redis", "faults", "instances", "e2e"]

const beginWithStores = ({ projects }: Run) => projects.some((name) => STORES.includes(name))

/** Whether a process can be made the head of a group that is ended as one. */
const HAS_GROUPS = process.platform !== "win32"

/** The jest that is on. */
let running: ChildProcess | null = null

/** Everything is being tidied up, and no further jest begins. */
let isEnding = false

interface Outcome {
  name: string
  passed: number
  failed: number
  seconds: number
  ok: boolean
}

async function main(): Promise<number> {
  const { projects, jestArguments } = readArguments(process.argv.slice(2))
  const results = process.env.TEST_RESULTS_DIR ?? mkdtempSync(join(tmpdir(), "walmart-tests-"))
  mkdirSync(results, { recursive: true })
  const runs = runsOf(projects)
  const postgres = runs.some(({ boots }) => boots) ? await usePostgres() : null
  const outcomes: Outcome[] = []
  try {
    await runAll(runs, { results, jestArguments, postgres }, outcomes)
  } finally {
    if (!process.env.TEST_RESULTS_DIR) rmSync(results, { recursive: true })
    report(outcomes)
  }
  return outcomes.every(({ ok }) => ok) ? 0 : 1
}

async function runAll(runs: Run[], surroundings: Surroundings, outcomes: Outcome[]): Promise<void> {
  const preparing = prepare(runs, surroundings.postgres)
  // Whoever waits for it tells of its failure; until then other runs go on.
  preparing.catch(() => {})
  const end = () => tidyUp(surroundings.postgres, preparing)
  endOnSignal(end)
  try {
    for (const run of runs) {
      if (beginWithStores(run)) await preparing
      if (isEnding) return
      outcomes.push(await runJest(run, surroundings))
    }
  } finally {
    await end()
  }
}

async function prepare(runs: Run[], postgres: PostgresServer | null): Promise<void> {
  const inBrowser = runs.some(({ projects }) => projects.includes("e2e"))
  if (inBrowser) ensureChromium()
  const copied = runs.some(beginWithStores)
  if (inBrowser) console.log("Building the dashboard.")
  await Promise.all([
    copied && postgres && makeTemplateStore(postgres),
    inBrowser && buildDashboard(),
  ])
}

function runsOf(wanted: string[]): Run[] {
  const runs = RUNS.map((run) => ({
    ...run,
    projects: run.projects.filter((project) => wanted.includes(project)),
  }))
  return runs.filter(({ projects }) => projects.length > 0)
}

function readArguments(given: string[]) {
  const firstOther = given.findIndex((argument) => !PROJECTS.includes(argument))
  const end = firstOther === -1 ? given.length : firstOther
  const projects = given.slice(0, end)
  return {
    projects: projects.length ? withRedis(projects) : withRedisOrNot(DEFAULT_PROJECTS),
    jestArguments: given.slice(end),
  }
}

function withRedis(projects: string[]): string[] {
  if (process.env.REDIS_URL || !projects.includes("redis")) return projects
  throw new Error("These tests need a Redis: set REDIS_URL, such as redis://localhost:6379.")
}

function withRedisOrNot(projects: string[]): string[] {
  if (process.env.REDIS_URL) return projects
  console.log("REDIS_URL is not set: the tests on Medusa's Redis modules are skipped.")
  return projects.filter((project) => project !== "redis")
}

async function tidyUp(postgres: PostgresServer | null, preparing: Promise<void>): Promise<void> {
  // A test goes on without its database for no good, and what is still being made would stay behind on a server that goes on.
  isEnding = true
  if (running) endGroup(running)
  await Promise.allSettled([preparing])
  await postgres?.stop()
}

interface Surroundings {
  /** Folder for jest's results. */
  results: string
  jestArguments: string[]
  postgres: PostgresServer | null
}

async function runJest(run: Run, surroundings: Surroundings): Promise<Outcome> {
  const name = run.projects.join(" ")
  const outputFile = join(surroundings.results, `${run.projects.join("-")}.json`)
  rmSync(outputFile, { force: true })
  const startedAt = Date.now()
  console.log(`\n── ${name} ──`)
  const status = await exitOfJest(run, outputFile, surroundings)
  const seconds = (Date.now() - startedAt) / 1000
  return { name, ok: status === 0, seconds, ...counts(outputFile) }
}

function exitOfJest(run: Run, outputFile: string, { jestArguments, postgres }: Surroundings) {
  // Medusa's and knex's own words at shutdown drown the results; LOG_LEVEL brings them back.
  const silent = process.env.LOG_LEVEL ? [] : ["--silent"]
  const args = [
    ...["--selectProjects", ...run.projects],
    ...["--json", `--outputFile=${outputFile}`, `--maxWorkers=${run.workers}`],
    ...(run.boots ? ["--forceExit", ...silent] : []),
    ...jestArguments,
  ]
  const child = spawn(process.execPath, ["node_modules/jest/bin/jest.js", ...args], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
    env: environment(postgres),
    detached: HAS_GROUPS,
  })
  running = child
  return new Promise<number | null>((done, fail) => {
    child.on("error", fail)
    child.on("exit", (code) => {
      endGroup(child)
      done(code)
    })
  })
}

/** Ends jest and the stores, browsers and installations that its tests have begun: jest tells no test of its own end. */
function endGroup(jest: ChildProcess): void {
  if (!HAS_GROUPS || !jest.pid) return void jest.kill("SIGKILL")
  try {
    process.kill(-jest.pid, "SIGKILL")
  } catch (error) {
    // Nobody is left.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error
  }
}

function environment(postgres: PostgresServer | null): NodeJS.ProcessEnv {
  const nodeOptions = `${process.env.NODE_OPTIONS ?? ""} --experimental-vm-modules --no-warnings`
  return {
    ...process.env,
    ...postgres?.env,
    NODE_ENV: "test",
    NODE_OPTIONS: nodeOptions.trim(),
    LOG_LEVEL: process.env.LOG_LEVEL ?? "error",
    MEDUSA_DISABLE_TELEMETRY: "true",
  }
}

function counts(outputFile: string) {
  // Jest writes no file when it finds no test or cannot start.
  if (!existsSync(outputFile)) return { passed: 0, failed: 1 }
  const results: { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number } =
    JSON.parse(readFileSync(outputFile, "utf8"))
  return {
    passed: results.numPassedTests,
    // A spec that cannot even be loaded has no failed test, and must still count.
    failed: Math.max(results.numFailedTests, results.numFailedTestSuites),
  }
}

function report(outcomes: Outcome[]): void {
  console.log("")
  for (const { name, passed, failed, seconds } of outcomes) {
    console.log(
      `${name.padEnd(19)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.toFixed(1).padStart(7)} s`
    )
  }
  const total = (key: "passed" | "failed") => outcomes.reduce((sum, one) => sum + one[key], 0)
  console.log(`\n${total("passed")} passed, ${total("failed")} failed`)
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.message)
    process.exit(1)
  }
)
