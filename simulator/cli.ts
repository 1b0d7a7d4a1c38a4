#!/usr/bin/env node
import { parseArgs } from "node:util"
import { startSimulator } from "./index"

const USAGE = "usage: simulator [--port 4010] [--record traffic.jsonl] [--own-rules]"

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "4010" },
      record: { type: "string" },
      "own-rules": { type: "boolean", default: false },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port ${values.port} is not a port number\n${USAGE}`)
  }
  const simulator = await startSimulator({
    port,
    recordTo: values.record,
    ownRules: values["own-rules"],
  })
  process.stdout.write(`Walmart simulator listening on ${simulator.url}\n`)
  const stop = () => void simulator.close().then(() => process.exit(0))
  process.once("SIGTERM", stop)
  process.once("SIGINT", stop)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
