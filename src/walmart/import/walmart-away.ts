/** Code of an import that failed because Walmart did not answer: nothing is wrong with the order, and nobody has anything to do. */
export const WALMART_AWAY = "walmart_unavailable"
