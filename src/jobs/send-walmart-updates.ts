import { TICK_MS } from "../modules/walmart/clock"
import { recurring } from "../workflows/recurring/clock"

/** The clock of sending. */
export default recurring("send")

export const config = { name: "walmart-send-updates", schedule: { interval: TICK_MS } }
