import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { FOLDER } from "../screenshots"

/** A task of the day, and the most that it may take a person. */
export interface Task {
  name: string
  mostClicks: number
  /** What is done besides clicking, such as a scan. */
  besides: string
}

/** What a task took. */
export interface TakenTask extends Task {
  clicks: number
  /** From the first click until the screen says that it is done, without a person's pauses. */
  seconds: number
}

/** Something that a page costs, besides a task. */
export interface Measure {
  name: string
  unit: string
  value: number
  /** What it has to be less than. */
  most: number
}

/** What a run leaves. */
export interface Taken {
  tasks: TakenTask[]
  measures: Measure[]
}

/** Every run leaves its table beside its pictures; that of the documentation is made of it by `npm run screenshots`. */
export const TASKS_FILE = join(FOLDER, "tasks.json")

/** Keeps what the tasks took, and prints it: a runner that silences the tests' own words lets this one through. */
export function tell(taken: Taken): void {
  if (taken.tasks.length + taken.measures.length === 0) return
  mkdirSync(FOLDER, { recursive: true })
  const text = tablesOf(taken)
  writeFileSync(TASKS_FILE, JSON.stringify(taken, null, 2))
  writeFileSync(join(FOLDER, "tasks.md"), `${text}\n`)
  process.stderr.write(`\n${text}\n`)
}

/** Tasks and measures as tables in Markdown. Pure. */
export function tablesOf({ tasks, measures }: Taken): string {
  return `${taskTable(tasks)}\n\n${measureTable(measures)}`
}

function taskTable(tasks: TakenTask[]): string {
  const head = ["task | clicks | at most | besides | seconds", "--- | --: | --: | --- | --:"]
  const rows = tasks.map(({ name, clicks, mostClicks, besides, seconds }) =>
    [name, clicks, mostClicks, besides || "–", seconds.toFixed(1)].join(" | ")
  )
  return tableOf([...head, ...rows])
}

function measureTable(measures: Measure[]): string {
  const head = ["measure | value | less than | unit", "--- | --: | --: | ---"]
  const rows = measures.map(({ name, value, most, unit }) =>
    [name, Number(value.toPrecision(3)), most, unit].join(" | ")
  )
  return tableOf([...head, ...rows])
}

function tableOf(lines: string[]): string {
  return lines.map((line) => `| ${line} |`).join("\n")
}
