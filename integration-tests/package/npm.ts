import { spawnSync } from "node:child_process"
import { Program } from "./program"

/** What npm says when there is nobody to ask. */
const UNREACHABLE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT/

const LONGEST_INSTALL_S = 300
const LONGEST_QUESTION_S = 30

/**
 * Installs in a folder, as somebody types it there.
 * @throws Error with what npm printed when it fails or takes longer than five minutes
 */
export async function npmInstall(folder: string, ...packages: string[]): Promise<void> {
  const quiet = ["--no-audit", "--no-fund", "--prefer-offline"]
  await npm(["install", ...quiet, ...packages], folder).result(LONGEST_INSTALL_S)
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

function npm(args: string[], cwd: string): Program {
  // A store's folder is not a test, and what is only for building it is installed too.
  const env = { ...process.env, NODE_ENV: undefined, NODE_OPTIONS: undefined }
  return new Program(`npm ${args.join(" ")}`, { file: "npm", args, cwd, env })
}
