/** States of an update. What waits for a person is unfinished; `superseded` is what nobody wants any more. */
export const UPDATE_STATUSES = [
  "pending",
  "sent",
  "needs_attention",
  "dismissed",
  "superseded",
] as const

/** State of an update as it is stored. */
export type UpdateStatus = (typeof UPDATE_STATUSES)[number]

/** Whether an update is still to be sent, or waits for a person. */
export function isUnfinished({ status }: { status: string }): boolean {
  return status === "pending" || status === "needs_attention"
}
