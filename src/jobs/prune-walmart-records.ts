import { TICK_MS } from "../modules/walmart/scheduler/clock"
import { recurring } from "../recurring/start-clock"

/** Deletes old records, then looks at what Walmart has not shown for a day. */
export default recurring("prune")

export const config = { name: "walmart-prune-records", schedule: { interval: TICK_MS } }
