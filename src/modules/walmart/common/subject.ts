/** What the queue sends for. Each subject has one row in `walmart_queue`, a head (`queue/heads.ts`) and a sender (`queue/senders`). */
export const SUBJECTS = ["order"] as const

/** One of {@link SUBJECTS}. */
export type Subject = (typeof SUBJECTS)[number]
