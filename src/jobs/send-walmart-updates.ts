import { TICK_MS } from "../modules/walmart/scheduler/clock"
import { recurring } from "../recurring/start-clock"

/** The clock of sending. */
export default recurring("send")

export const config = { name: "walmart-send-updates", schedule: { interval: TICK_MS } }
