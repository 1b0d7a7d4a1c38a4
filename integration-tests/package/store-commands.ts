import { join } from "node:path"
import { Program } from "./program"

/** Medusa's commands in a store's folder. */
export interface StoreCommands {
  /** Runs `medusa <arguments>` to its end and returns what it printed; throws with that when it fails. */
  medusa(...args: string[]): Promise<string>
  /** Starts `medusa start` with more variables and resolves once it answers; throws with what it printed when it ends. */
  start(port: number, more?: Record<string, string>): Promise<Program>
}

/** A folder with an installed Medusa, and the variables that its commands run with. */
export interface StorePlace {
  folder: string
  env: NodeJS.ProcessEnv
  /** From where it is started, where that is another folder. */
  compiled?: string
  /** Node's executable; the one that is running when left out. */
  node?: string
}

/** Building a dashboard takes a minute, several on a busy machine. */
const LONGEST_COMMAND_S = 240
const LONGEST_BOOT_S = 120

/** Medusa's own command line, as the store's `package.json` would run it. */
export function commandsOf(place: StorePlace): StoreCommands {
  const { folder, env, compiled = folder, node = process.execPath } = place
  const cli = join(folder, "node_modules", "@medusajs", "cli", "cli.js")
  const run = (args: string[], cwd: string, more: Record<string, string> = {}) =>
    new Program(`medusa ${args.join(" ")}`, {
      ...{ file: node, args: [cli, ...args] },
      ...{ cwd, env: { ...env, ...more } },
    })
  return {
    medusa: (...args) => run(args, folder).result(LONGEST_COMMAND_S),
    start: async (port, more) => {
      const store = run(["start", "-p", String(port)], compiled, more)
      await store.says("Server is ready", LONGEST_BOOT_S)
      return store
    },
  }
}
