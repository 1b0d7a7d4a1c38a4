/**
 * Runs before the commands of package.json, so that each works on a fresh clone:
 * installs the locked packages when node_modules is missing or holds other versions.
 */
import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("..", import.meta.url))

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(`${root}/${file}`, "utf8")).packages
  } catch (error) {
    if (error.code === "ENOENT") return {}
    throw error
  }
}

function isInstalled() {
  const installed = packagesOf("node_modules/.package-lock.json")
  return Object.entries(packagesOf("package-lock.json")).every(
    ([path, { version, optional, peer }]) =>
      path === "" || optional || peer || installed[path]?.version === version
  )
}

if (!isInstalled()) {
  console.log("Installing the locked packages once (npm ci); this takes a minute or two.")
  const { status } = spawnSync("npm", ["ci"], { cwd: root, stdio: "inherit", shell: true })
  if (status !== 0) {
    console.error("npm ci failed; its own message above says why. Nothing else was started.")
    process.exit(status ?? 1)
  }
}
