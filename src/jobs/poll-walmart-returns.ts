import { TICK_MS } from "../modules/walmart/scheduler/clock"
import { recurring } from "../recurring/start-clock"

/** Asks Walmart for return orders. */
export default recurring("returns")

export const config = { name: "walmart-poll-returns", schedule: { interval: TICK_MS } }
