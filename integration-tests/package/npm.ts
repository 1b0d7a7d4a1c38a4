import { spawnSync } from "node:child_process"
import { dirname } from "node:path"
import { Program } from "./program"

/** What npm says when there is nobody to ask. */
const UNREACHABLE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT/

const LONGEST_INSTALL_S = 300
const LONGEST_QUESTION_S = 30

/**
 * Installs packages in a store's folder, or what its `package.json` names when none are given, as somebody types it there.
 * @throws Error with what was printed when it fails or takes longer than five minutes
 */
export type Install = (folder: string, ...packages: string[]) => Promise<void>

/** npm, run by a Node. */
export function npmOf(node: string): Install {
  const quiet = ["--no-audit", "--no-fund", "--prefer-offline"]
  return (folder, ...packages) =>
    installBy("npm", ["install", ...quiet, ...packages], { folder, node })
}

/** Where and with which Node something is installed. */
export interface Place {
  folder: string
  node: string
  env?: NodeJS.ProcessEnv
}

/** Runs an installer to its end; a script of a package finds the same Node as the installer. */
export async function installBy(file: string, args: string[], { folder, node, env }: Place) {
  const name = `${[file, ...args].join(" ")}`
  const path = `${dirname(node)}:${process.env.PATH ?? ""}`
  // A store's folder is not a test, and what is only for building it is installed too.
  const plain = { ...process.env, NODE_ENV: undefined, NODE_OPTIONS: undefined, PATH: path }
  const program = new Program(name, { file, args, cwd: folder, env: { ...plain, ...env } })
  await program.result(LONGEST_INSTALL_S)
}

/** The value of a field in the registry, such as a version. @throws Error with what npm printed */
export function askRegistry(name: string, field: string): string {
  const asked = spawnSync("npm", ["view", name, field], { encoding: "utf8" })
  if (asked.status === 0) return asked.stdout.trim()
  throw new Error(`npm view ${name} ended with ${asked.status}. It printed:\n${asked.stderr}`)
}

/**
 * Why npm can install nothing on this machine, in npm's own word; null where a registry answers.
 * @throws Error with what npm printed when a registry answers, but not as one does
 */
export function noRegistry(): string | null {
  const question = ["view", "@medusajs/medusa", "version", "--fetch-retries=0"]
  const asked = spawnSync("npm", question, { encoding: "utf8", timeout: LONGEST_QUESTION_S * 1000 })
  if (asked.status === 0) return null
  if (asked.status === null) return `no answer within ${LONGEST_QUESTION_S} s`
  const [reason] = UNREACHABLE.exec(asked.stderr) ?? []
  if (reason) return reason
  throw new Error(`npm view ended with ${asked.status}. It printed:\n${asked.stderr}`)
}
