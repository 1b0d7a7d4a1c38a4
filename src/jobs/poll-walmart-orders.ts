import { TICK_MS } from "../modules/walmart/scheduler/clock"
import { recurring } from "../recurring/start-clock"

/** Asks Walmart for new orders. */
export default recurring("poll")

export const config = { name: "walmart-poll-orders", schedule: { interval: TICK_MS } }
