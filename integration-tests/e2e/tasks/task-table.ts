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

/** Every run leaves its table beside its pictures; that of the documentation is made of it by `npm run screenshots`. */
export const TASKS_FILE = join(FOLDER, "tasks.json")

/** Keeps what the tasks took, and prints it: a runner that silences the tests' own words lets this one through. */
export function tell(tasks: TakenTask[]): void {
  if (tasks.length === 0) return
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(TASKS_FILE, JSON.stringify(tasks, null, 2))
  writeFileSync(join(FOLDER, "tasks.md"), `${taskTable(tasks)}\n`)
  process.stderr.write(`\n${taskTable(tasks)}\n`)
}

/** The tasks as a table in Markdown. Pure. */
export function taskTable(tasks: TakenTask[]): string {
  const head = ["task | clicks | at most | besides | seconds", "--- | --: | --: | --- | --:"]
  const rows = tasks.map(({ name, clicks, mostClicks, besides, seconds }) =>
    [name, clicks, mostClicks, besides || "–", seconds.toFixed(1)].join(" | ")
  )
  return [...head, ...rows].map((line) => `| ${line} |`).join("\n")
}
