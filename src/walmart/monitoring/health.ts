import { LATE_QUEUE_SECONDS, LATE_WORKER_SECONDS } from "../doctor/lateness"
import type { AccountFigures } from "./figures"

/** What an uptime check is told to be wrong, without saying of whom. */
export type Sign = "queue" | "polls" | "worker" | "webhooks" | "clock" | "account"

/** Seconds, or how far a figure may go, until it counts as wrong. */
export const LIMITS = {
  /** Age of the oldest order that is due. */
  queueSeconds: LATE_QUEUE_SECONDS,
  /** Time since the last whole poll; with webhooks polls come every six minutes. */
  pollSeconds: 900,
  /** Time since a worker looked at the account. */
  workerSeconds: LATE_WORKER_SECONDS,
  /** Difference of the clocks. */
  clockSeconds: 60,
} as const

/** What is wrong with accounts that sell; a store that is not connected, or has just started, is well. One whose work never began is not. */
export function signsOf(accounts: AccountFigures[]): Sign[] {
  return [...new Set(accounts.flatMap(accountSigns))].sort()
}

function accountSigns(account: AccountFigures): Sign[] {
  const isHeld = account.paused || account.dryRun
  const wrong: Record<Sign, boolean> = {
    queue: !isHeld && isOver(account.oldestDueSeconds, LIMITS.queueSeconds),
    polls: isOver(account.secondsSincePoll, LIMITS.pollSeconds),
    worker: isOver(account.secondsSinceTick, LIMITS.workerSeconds),
    webhooks: account.webhooksSilent,
    clock: isOver(Math.abs(account.clockDifference ?? 0), LIMITS.clockSeconds),
    account: account.blocked,
  }
  return (Object.keys(wrong) as Sign[]).filter((sign) => wrong[sign])
}

function isOver(value: number | null, limit: number): boolean {
  return value !== null && value > limit
}
