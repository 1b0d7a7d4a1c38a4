import { TICK_MS } from "../modules/walmart/scheduler/clock"
import { recurring } from "../recurring/start-clock"

/** Reads orders that webhooks asked for and that were not read at once. */
export default recurring("read")

export const config = { name: "walmart-read-orders", schedule: { interval: TICK_MS } }
