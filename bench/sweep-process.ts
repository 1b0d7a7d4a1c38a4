import { writeFileSync } from "node:fs"
import { performance } from "node:perf_hooks"
import type { ExecArgs } from "@medusajs/framework/types"
import { sweepWalmartOrdersWorkflow } from "../src/workflows/updates/sweep-walmart-orders"
import { sweepWalmartOrderEditsWorkflow } from "../src/workflows/order-edits/sweep-walmart-order-edits"

/** What sweeps took. */
export interface SweepTimes {
  /** Milliseconds of the first, which looks at every open order. */
  first: number
  /** Milliseconds of those after it, in which nothing has changed. */
  later: number[]
}

const SWEEPS = 15

/** `medusa exec bench/sweep-process.ts <file>`: times sweeps of a store that is otherwise quiet. */
export default async function sweepProcess({ container, args: [file] }: ExecArgs): Promise<void> {
  const taken: number[] = []
  for (let n = 0; n <= SWEEPS; n++) {
    const startedAt = performance.now()
    await sweepWalmartOrdersWorkflow(container).run()
    await sweepWalmartOrderEditsWorkflow(container).run()
    taken.push(performance.now() - startedAt)
  }
  const [first, ...later] = taken
  const times: SweepTimes = { first, later }
  writeFileSync(file, JSON.stringify(times))
}
