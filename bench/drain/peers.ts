import { spawnSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
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

/** As much of DBOS Transact as is used here. */
export interface Dbos {
  DBOSClient: { create(options: DbosOptions): Promise<DbosClient> }
  DBOS: {
    migrate(systemDatabaseUrl: string): Promise<void>
    setConfig(config: DbosOptions & { name: string; systemDatabasePoolSize: number }): void
    registerWorkflow(work: (po: string) => Promise<void>, options: { name: string }): unknown
    runStep(step: () => Promise<void>): Promise<void>
    launch(): Promise<void>
    registerQueue(name: string, options: DbosLimits): Promise<unknown>
    shutdown(options: { deregister: boolean; workflowCompletionTimeoutMS: number }): Promise<void>
  }
}

interface DbosOptions {
  systemDatabaseUrl: string
  logger: Record<"info" | "debug" | "warn" | "error", () => void>
}

interface DbosClient {
  enqueue(options: { queueName: string; workflowName: string }, po: string): Promise<unknown>
  destroy(): Promise<void>
}

interface DbosLimits {
  workerConcurrency: number
  minPollingIntervalMs: number
}

interface JobData {
  po: string
}

/**
 * Installs the peers, which only this bench needs, into a folder of their own.
 * @returns false where npm cannot
 */
export function installPeers(): boolean {
  const { dependencies } = JSON.parse(readFileSync(join(FOLDER, "package.json"), "utf8"))
  const isThere = (name: string) => existsSync(join(FOLDER, "node_modules", name))
  if (Object.keys(dependencies).every(isThere)) return true
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: FOLDER })
  return status === 0
}

/** A peer as it is installed; its types are those above. */
export function peer<T>(name: string): T {
  return createRequire(join(FOLDER, "package.json"))(name)
}
