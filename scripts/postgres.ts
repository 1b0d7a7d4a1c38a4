import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import {
  accessSync,
  chownSync,
  constants,
  mkdtempSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs"
import { createServer } from "node:net"
import { freemem, tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import {
  type Account,
  type Binaries,
  REMEDY,
  serverAccount,
  usableBinaries,
} from "./postgres-binaries"

/** A PostgreSQL server on which databases can be created. */
export interface PostgresServer {
  /** True when this process started it. */
  embedded: boolean
  /** The variables that Medusa's test runner reads: DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD. */
  env: Record<string, string>
  /** Connection string for one of its databases. */
  url(database: string): string
  /** Stops the server and deletes its data when this process started it. */
  stop(): Promise<void>
}

interface Address {
  host: string
  port: string
  user: string
  password: string
}

/** Whose a server of our own is, and where it works and keeps its data. */
interface Place {
  account: Account | undefined
  folder: string
  data: string
  /** Deletes both. */
  clear(): void
}

/** A server of our own, which can be ended hard. */
export interface OwnPostgres extends PostgresServer {
  /** Ends it, `fast` as an administrator does or `immediate` as a crash does, and starts it again on the same port and data. */
  restart(mode: "fast" | "immediate"): Promise<void>
}

const FLAGS = [
  ...["-c", "listen_addresses=localhost", "-c", "unix_socket_directories="],
  ...["-c", "max_connections=300"],
]

/** Nothing here outlives the run, so nothing needs to survive a power cut. */
const HASTY = [
  ...["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"],
  ...["-c", "max_wal_size=256MB"],
]

/** Memory under a path, on Linux. Each test's database is a thousand files, which are made and unlinked there in a sixth of the time. */
const IN_MEMORY = "/dev/shm"

/** Several times what the databases of two runs at once take; containers often have 64 MB there. */
const ENOUGH_BYTES = 4 * 1024 ** 3

const SIGNALS = { fast: "SIGINT", immediate: "SIGQUIT" } as const

/**
 * The server of `DATABASE_URL` when that is set, else a new one of our own, with its data in memory where there is room.
 * @throws Error that says what to do when the bundled binaries are not usable
 */
export async function usePostgres(databaseUrl = process.env.DATABASE_URL): Promise<PostgresServer> {
  return databaseUrl ? serverOf(databaseUrl) : startPostgres()
}

function serverOf(databaseUrl: string): PostgresServer {
  const { hostname, port, username, password } = new URL(databaseUrl)
  const address: Address = {
    // Medusa's test runner switches TLS on for every host that is not written "localhost".
    host: hostname === "127.0.0.1" ? "localhost" : hostname,
    port: port || "5432",
    user: decodeURIComponent(username) || "postgres",
    password: decodeURIComponent(password),
  }
  return { ...describeServer(address), embedded: false, stop: async () => {} }
}

function describeServer({ host, port, user, password }: Address) {
  const login = [user, password].filter(Boolean).map(encodeURIComponent).join(":")
  return {
    env: { DB_HOST: host, DB_PORT: port, DB_USERNAME: user, DB_PASSWORD: password },
    url: (database: string) => `postgres://${login}@${host}:${port}/${database}`,
  }
}

/**
 * Starts the PostgreSQL that npm installed, on a free port of this machine only, with a password made for this run.
 * Its data are deleted when it stops or when this process ends.
 * @param durable whether what was committed survives a restart that nobody prepared
 */
export async function startPostgres({ durable = false } = {}): Promise<OwnPostgres> {
  const place = makePlace(durable)
  try {
    const binaries = usableBinaries(place.account, place.folder)
    const password = randomBytes(12).toString("hex")
    initialise(binaries, place, password)
    const port = String(await freePort())
    const flags = ["-p", port, ...FLAGS, ...(durable ? [] : HASTY)]
    const address = { host: "localhost", port, user: "postgres", password }
    const start = () => launch(binaries, place, flags)
    return {
      ...describeServer(address),
      embedded: true,
      ...(await keepRunning(start, place.clear)),
    }
  } catch (error) {
    place.clear()
    throw error
  }
}

function makePlace(durable: boolean): Place {
  const account = serverAccount()
  const folder = temporaryFolder(account)
  const around = durable ? folder : temporaryFolder(account, hastyParent())
  const clear = () => {
    for (const path of [folder, around])
      rmSync(path, { recursive: true, force: true, maxRetries: 3 })
  }
  return { account, folder, data: join(around, "data"), clear }
}

/** Where data go that nobody keeps. */
function hastyParent(): string {
  if (!isWritable(IN_MEMORY)) return tmpdir()
  const { bavail, bsize } = statfsSync(IN_MEMORY)
  return Math.min(bavail * bsize, freemem()) >= ENOUGH_BYTES ? IN_MEMORY : tmpdir()
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (["ENOENT", "EACCES", "EROFS"].includes(code ?? "")) return false
    throw error
  }
}

function temporaryFolder(account: Account | undefined, parent = tmpdir()): string {
  const folder = mkdtempSync(join(parent, "medusa-plugin-walmart-postgres-"))
  if (account) chownSync(folder, account.uid, account.gid)
  return folder
}

function initialise({ initdb }: Binaries, place: Place, password: string): void {
  const { account, folder, data } = place
  const passwordFile = join(folder, "password")
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (account) chownSync(passwordFile, account.uid, account.gid)
  const args = [
    ...["-D", data, "-U", "postgres", `--pwfile=${passwordFile}`],
    ...["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync"],
  ]
  const run = spawnSync(initdb, args, { ...account, cwd: folder, encoding: "utf8" })
  if (run.status === 0) return
  throw new Error(`PostgreSQL's initdb failed: ${run.error?.message ?? run.stderr}. ${REMEDY}`)
}

/** `wished` when it is free, else any port that was free a moment ago. */
export function freePort(wished = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on("error", (error) =>
      wished ? resolve(freePort()) : reject(error)
    )
    probe.listen(wished, () => {
      const address = probe.address()
      const port = typeof address === "object" && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

function launch(
  { postgres }: Binaries,
  { account, folder, data }: Place,
  flags: string[]
): Promise<ChildProcess> {
  const server = spawn(postgres, ["-D", data, ...flags], {
    ...account,
    cwd: folder,
    // A group of its own: Ctrl-C must not take the database from under the store that is shutting down.
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  })
  const said: string[] = []
  return new Promise((resolve, reject) => {
    createInterface({ input: server.stderr }).on("line", (line) => {
      if (said.length < 50) said.push(line)
      if (line.includes("ready to accept connections")) resolve(server)
    })
    server.on("error", reject)
    server.on("exit", () =>
      reject(new Error(`PostgreSQL did not start: ${said.join(" | ")}. ${REMEDY}`))
    )
  })
}

/** How a running server is started again and stopped. */
async function keepRunning(start: () => Promise<ChildProcess>, clear: () => void) {
  let server = await start()
  const abandon = () => {
    server.kill("SIGQUIT")
    clear()
  }
  process.once("exit", abandon)
  return {
    async restart(mode: keyof typeof SIGNALS) {
      await end(server, SIGNALS[mode])
      server = await start()
    },
    async stop() {
      process.off("exit", abandon)
      await end(server, "SIGINT")
      clear()
    },
  }
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = new Promise<void>((resolve) => server.once("exit", () => resolve()))
  server.kill(signal)
  await gone
}
