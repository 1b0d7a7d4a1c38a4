import { spawn } from "node:child_process"
import { usePostgres } from "./postgres"

/** `tsx scripts/with-postgres.ts <command> [arguments…]`: runs a command that needs a PostgreSQL server, and stops the server after it. */
async function main(): Promise<number> {
  const [command, ...args] = process.argv.slice(2)
  if (!command) throw new Error("usage: with-postgres <command> [arguments…]")
  const postgres = await usePostgres()
  const child = spawn(command, args, {
    stdio: "inherit",
    env: { ...process.env, ...postgres.env },
    shell: process.platform === "win32",
  })
  const ignore = () => {}
  process.on("SIGINT", ignore).on("SIGTERM", ignore)
  try {
    return await new Promise<number>((resolve, reject) => {
      child.on("error", reject)
      child.on("exit", (code) => resolve(code ?? 1))
    })
  } finally {
    await postgres.stop()
  }
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.message)
    process.exit(1)
  }
)
