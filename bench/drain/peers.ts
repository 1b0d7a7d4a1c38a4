import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"

const FOLDER = join(__dirname, "../peers")

/** As much of pg-boss as is used here. */
export interface PgBoss {
  on(event: "error", listener: () => void): void
  start(): Promise<unknown>
  createQueue(name: string): Promise<void>
  insert(jobs: { name: string; data: JobData }[]): Promise<unknown>
  fetch(name: string, options: { batchSize: number }): Promise<{ id: string; data: JobData }[]>
  complete(name: string, id: string): Promise<unknown>
  stop(options: { graceful: boolean; wait: boolean }): Promise<void>
}

/** Its constructor. */
export type PgBossClass = new (options: { connectionString: string; max: number }) => PgBoss

/** As much of graphile-worker as is used here. */
export interface GraphileWorker {
  Logger: new (factory: () => () => void) => object
  makeWorkerUtils(options: GraphileOptions): Promise<GraphileUtils>
  runOnce(options: GraphileOptions & GraphileRun): Promise<void>
}

interface GraphileOptions {
  connectionString: string
  logger: object
}

interface GraphileRun {
  taskList: Record<string, (job: JobData) => Promise<void>>
  concurrency: number
  maxPoolSize: number
  noHandleSignals: boolean
}

interface GraphileUtils {
  migrate(): Promise<void>
  addJob(name: string, data: JobData): Promise<unknown>
  release(): Promise<void>
}

interface JobData {
  po: string
}

/**
 * Installs the peers, which only this bench needs, into a folder of their own.
 * @returns false where npm cannot
 */
export function installPeers(): boolean {
  if (existsSync(join(FOLDER, "node_modules"))) return true
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: FOLDER })
  return status === 0
}

/** A peer as it is installed; its types are those above. */
export function peer<T>(name: string): T {
  return createRequire(join(FOLDER, "package.json"))(name)
}
