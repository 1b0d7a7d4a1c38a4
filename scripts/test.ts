import { type ChildProcess, spawn } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { ensureChromium } from "./chromium"
import { buildDashboard } from "./dashboard"
import { type PostgresServer, usePostgres } from "./postgres"

/** Runs jest's projects one after the other: `tsx scripts/test.ts [project…] [jest arguments…]`. */

const ROOT = resolve(__dirname, "..")

/** Projects that boot Medusa or its module, and so need PostgreSQL; with how many may boot at once. */
const BOOTING: Record<string, number> = {
  modules: 2,
  http: 2,
  faults: 2,
  package: 1,
  instances: 1,
  e2e: 2,
}
const WITHOUT_DATABASE = ["unit"]
const DEFAULT_PROJECTS = ["unit", "modules", "http", "faults"]

/** The jest of the project that is on. */
let running: ChildProcess | null = null

interface Outcome {
  project: string
  passed: number
  failed: number
  seconds: number
  ok: boolean
}

async function main(): Promise<number> {
  const { projects, jestArguments } = readArguments(process.argv.slice(2))
  const results = process.env.TEST_RESULTS_DIR ?? mkdtempSync(join(tmpdir(), "walmart-tests-"))
  mkdirSync(results, { recursive: true })
  if (projects.includes("e2e")) await prepareBrowserTests()
  const postgres = projects.some((project) => project in BOOTING) ? await usePostgres() : null
  const stop = stopOnSignal(postgres)
  const outcomes: Outcome[] = []
  try {
    for (const project of projects) {
      outcomes.push(
        await runProject(project, join(results, `${project}.json`), jestArguments, postgres)
      )
    }
  } finally {
    await stop()
    if (!process.env.TEST_RESULTS_DIR) rmSync(results, { recursive: true })
  }
  report(outcomes)
  return outcomes.every(({ ok }) => ok) ? 0 : 1
}

async function prepareBrowserTests(): Promise<void> {
  ensureChromium()
  console.log("Building the dashboard.")
  await buildDashboard()
}

function readArguments(given: string[]) {
  const known = [...Object.keys(BOOTING), ...WITHOUT_DATABASE]
  const firstOther = given.findIndex((argument) => !known.includes(argument))
  const end = firstOther === -1 ? given.length : firstOther
  const projects = given.slice(0, end)
  return {
    projects: projects.length ? projects : DEFAULT_PROJECTS,
    jestArguments: given.slice(end),
  }
}

/** Ends the running jest first, so that no test goes on without its database. */
function stopOnSignal(postgres: PostgresServer | null): () => Promise<void> {
  const stop = async () => postgres?.stop()
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      console.error(`\nEnded by ${signal}; the results above are not complete.`)
      running?.kill("SIGKILL")
      void stop().then(() => process.exit(130))
    })
  }
  return stop
}

async function runProject(
  project: string,
  outputFile: string,
  jestArguments: string[],
  postgres: PostgresServer | null
): Promise<Outcome> {
  rmSync(outputFile, { force: true })
  const startedAt = Date.now()
  console.log(`\n── ${project} ──`)
  const status = await runJest(project, [`--outputFile=${outputFile}`, ...jestArguments], postgres)
  return {
    project,
    ok: status === 0,
    seconds: (Date.now() - startedAt) / 1000,
    ...counts(outputFile),
  }
}

function runJest(project: string, args: string[], postgres: PostgresServer | null) {
  const workers = BOOTING[project]
  // Medusa's and knex's own words at shutdown drown the results; LOG_LEVEL brings them back.
  const silent = process.env.LOG_LEVEL ? [] : ["--silent"]
  const limits = workers
    ? [`--maxWorkers=${workers}`, "--forceExit", ...silent]
    : ["--maxWorkers=2"]
  const child = spawn(
    process.execPath,
    ["node_modules/jest/bin/jest.js", "--selectProjects", project, "--json", ...limits, ...args],
    { cwd: ROOT, stdio: ["inherit", "ignore", "inherit"], env: environment(postgres) }
  )
  running = child
  return new Promise<number | null>((done, fail) => {
    child.on("error", fail)
    child.on("exit", (code) => done(code))
  })
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
  for (const { project, passed, failed, seconds } of outcomes) {
    console.log(
      `${project.padEnd(8)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.toFixed(1).padStart(7)} s`
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
