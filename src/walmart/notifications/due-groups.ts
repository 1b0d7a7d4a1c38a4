import { KIND_RULES, type NotificationKind } from "./notification-kinds"
import { isQuiet, type QuietHours } from "./quiet-hours"

/** A way of Medusa's Notification module to reach people. */
export interface NotificationChannel {
  /** `feed` is the admin's bell; others are those of the store's notification providers, such as `email`. */
  channel: string
  /** Addresses; the bell has none, for everybody sees it. */
  to: string[]
  /** Name of the template in the provider's system. */
  template: string
}

/** What a store changes about a kind; what is left out is as {@link KIND_RULES} has it. */
export interface KindChoice {
  /** Other channels than the common ones; none at all leaves the event only. */
  channels?: NotificationChannel[]
  everyMs?: number
  inQuietHours?: boolean
}

/** How a store wants to be notified. */
export interface NotificationPolicy {
  channels: NotificationChannel[]
  /** `false` switches a kind off. */
  kinds: Partial<Record<NotificationKind, boolean | KindChoice>>
  /** Of an account; null when it has none. */
  quietHours: (accountId: string) => QuietHours | null
}

/** Causes of one account and kind that nobody has been notified of yet. */
export interface WaitingGroup {
  accountId: string
  kind: NotificationKind
  /** When the last message of this account and kind was sent; null when none ever was. */
  notifiedAt: Date | null
}

/**
 * Which groups become a message now: one each, however many causes are in it. The others wait, for a later message to name all
 * that has come together by then. Pure.
 */
export function dueGroups<T extends WaitingGroup>(
  groups: readonly T[],
  policy: NotificationPolicy,
  now: Date
): T[] {
  return groups.filter((group) => isDue(group, policy, now))
}

function isDue(
  { accountId, kind, notifiedAt }: WaitingGroup,
  policy: NotificationPolicy,
  now: Date
) {
  const choice = policy.kinds[kind] ?? true
  if (choice === false) return false
  const { everyMs, inQuietHours } = { ...KIND_RULES[kind], ...chosen(choice) }
  // A message in the future was noted before the clock was set right.
  const ago = notifiedAt ? now.getTime() - notifiedAt.getTime() : Infinity
  if (ago >= 0 && ago < everyMs) return false
  const quietHours = policy.quietHours(accountId)
  return inQuietHours || quietHours === null || !isQuiet(quietHours, now)
}

/** Where a kind is sent. Pure. */
export function channelsOf(
  kind: NotificationKind,
  { kinds, channels }: Pick<NotificationPolicy, "kinds" | "channels">
): NotificationChannel[] {
  return chosen(kinds[kind] ?? true).channels ?? channels
}

/** What a choice says, without what it leaves out. */
function chosen(choice: boolean | KindChoice): KindChoice {
  if (typeof choice === "boolean") return {}
  const said = Object.entries(choice).filter(([, value]) => value !== undefined)
  return Object.fromEntries(said)
}
