import { TICK_MS } from "../modules/walmart/scheduler/clock"
import { recurring } from "../recurring/start-clock"

/** Finds orders whose event was lost. */
export default recurring("sweep")

export const config = { name: "walmart-sweep-orders", schedule: { interval: TICK_MS } }
