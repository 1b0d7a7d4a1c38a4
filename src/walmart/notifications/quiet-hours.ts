/** Hours of each day in which people are left alone, such as 22:00 to 07:00. */
export interface QuietHours {
  /** `HH:MM`, included. */
  from: string
  /** `HH:MM`, not included; earlier than `from` when the hours go over midnight. */
  to: string
  /** IANA name such as `America/New_York`. */
  timeZone: string
}

/** Whether a moment is in quiet hours, by the clock on the wall of their time zone, daylight saving time included. Pure. */
export function isQuiet({ from, to, timeZone }: QuietHours, now: Date): boolean {
  const time = wallClock(timeZone, now)
  return from <= to ? from <= time && time < to : from <= time || time < to
}

/** Whether the machine knows a time zone of this name. */
export function isTimeZone(name: string): boolean {
  try {
    wallClock(name, new Date(0))
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** @throws RangeError for a name that is no time zone */
function wallClock(timeZone: string, now: Date): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(now)
}
