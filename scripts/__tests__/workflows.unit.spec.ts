import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { parse } from "yaml"

const ROOT = resolve(__dirname, "../..")
const FOLDER = join(ROOT, ".github/workflows")

interface Step {
  uses?: string
  run?: string
  with?: Record<string, unknown>
}

interface Job {
  uses?: string
  needs?: string
  steps?: Step[]
  "timeout-minutes"?: number
}

const workflowOf = (name: string) =>
  parse(readFileSync(join(FOLDER, name), "utf8")) as {
    on: Record<string, unknown>
    jobs: Record<string, Job>
  }
const WORKFLOWS = readdirSync(FOLDER).map((name) => ({ name, ...workflowOf(name) }))
const STEPS = WORKFLOWS.flatMap(({ jobs }) =>
  Object.values(jobs).flatMap(({ steps = [] }) => steps)
)
const MANIFEST: { scripts: object } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"))

describe("the workflows of the repository", () => {
  it("run scripts and files that are there", () => {
    const runs = STEPS.flatMap(({ run, with: given }) => [run, given?.publish])
    const commands = runs.filter((command) => typeof command === "string")
    expect(commands.length).toBeGreaterThan(3)
    for (const command of commands) {
      const [, script] = /^npm run (\S+)$/.exec(command) ?? []
      const isKnown = script ? script in MANIFEST.scripts : existsSync(join(ROOT, command))
      expect([command, isKnown || command === "npm ci"]).toEqual([command, true])
    }
  })

  it("end by themselves, and leave time for the gate to say what it left out", () => {
    const jobs = WORKFLOWS.flatMap(({ jobs: all }) => Object.values(all))
    for (const { uses, "timeout-minutes": minutes } of jobs)
      expect(uses !== undefined || Number(minutes) > 0).toBe(true)
    const { gate } = workflowOf("ci.yml").jobs
    expect(gate["timeout-minutes"]).toBeGreaterThan(75)
  })

  it("release nothing before the gate has passed on what is released", () => {
    const { on, jobs } = workflowOf("release.yml")
    expect(Object.keys(on)).toEqual(["push"])
    expect(jobs.gate.uses).toBe("./.github/workflows/ci.yml")
    expect(Object.keys(workflowOf("ci.yml").on)).toEqual(["pull_request", "workflow_call"])
    expect(jobs.release.needs).toBe("gate")
  })

  it("publish with the token that changesets hands on", () => {
    const { steps = [] } = workflowOf("release.yml").jobs.release
    const node = steps.find(({ uses }) => uses?.startsWith("actions/setup-node"))
    expect(node?.with).not.toHaveProperty("registry-url")
  })
})
