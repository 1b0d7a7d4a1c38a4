import { recurring } from "../recurring/clock"

/** Deletes old records. */
export default recurring("prune")

export const config = { name: "walmart-prune-records", schedule: { interval: 60_000 } }
