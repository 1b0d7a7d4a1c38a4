import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
]

const REMEDY =
  "Install Chromium (Debian, Ubuntu: apt-get install chromium), or name one in CHROMIUM_PATH."

/**
 * The Chromium on this machine.
 * @throws Error that says how to get one
 */
export function chromiumPath(): string {
  const path = findChromium()
  if (path) return path
  throw new Error(`There is no Chromium on this machine. ${REMEDY}`)
}

function findChromium(): string | undefined {
  return [process.env.CHROMIUM_PATH ?? "", ...PLACES].find((path) => path && existsSync(path))
}

/**
 * Installs Chromium where there is none and the system's packages may be installed.
 * @throws Error that says how to get one
 */
export function ensureChromium(): void {
  if (findChromium()) return
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Installing Chromium once (apt-get install chromium).")
    apt("update")
    apt("install", "-y", "--no-install-recommends", "chromium")
  }
  chromiumPath()
}

function apt(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
  const { status, stderr } = spawnSync("apt-get", args, { env, encoding: "utf8" })
  if (status !== 0) throw new Error(`apt-get ${args[0]} failed: ${stderr}. ${REMEDY}`)
}
