import { recurring } from "../recurring/start-clock"

/** Deletes old records. */
export default recurring("prune")

export const config = { name: "walmart-prune-records", schedule: { interval: 60_000 } }
