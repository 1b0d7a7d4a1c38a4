/** The words for a span of time: the key of its sentence and the numbers in it. */
export interface Span {
  key: "time.days" | "time.hours" | "time.minutes" | "time.now"
  values: { days: number; hours: number; minutes: number }
}

const MINUTE = 60_000

/** Milliseconds as days and hours, hours and minutes, or minutes; the sign does not matter. */
export function spanOf(ms: number): Span {
  const total = Math.floor(Math.abs(ms) / MINUTE)
  const values = {
    days: Math.floor(total / 1440),
    hours: Math.floor((total % 1440) / 60),
    minutes: total % 60,
  }
  if (values.days > 0) return { key: "time.days", values }
  if (values.hours > 0) return { key: "time.hours", values }
  return { key: total > 0 ? "time.minutes" : "time.now", values }
}

/** How pressing a deadline is. */
export type Urgency = "overdue" | "soon" | "later"

/** "Soon" is a day, the span in which someone has to pack; `ms` is what is left, negative when it has passed. */
export function urgencyOf(ms: number): Urgency {
  if (ms < 0) return "overdue"
  return ms < 24 * 60 * MINUTE ? "soon" : "later"
}

/** How exactly a time is written. */
export type Precision = "day" | "minute" | "second"

const STYLES: Record<Precision, Intl.DateTimeFormatOptions> = {
  day: { dateStyle: "medium" },
  minute: { dateStyle: "medium", timeStyle: "short" },
  second: { dateStyle: "medium", timeStyle: "medium" },
}

/** Date and time of an ISO text in the reader's language and time zone. */
export function dateTime(iso: string, language: string, precision: Precision = "minute"): string {
  return new Intl.DateTimeFormat(language, STYLES[precision]).format(new Date(iso))
}

/** The reader's time zone as it is called, like "EST". */
export function zoneName(language: string, at: Date): string {
  const parts = new Intl.DateTimeFormat(language, { timeZoneName: "short" }).formatToParts(at)
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? ""
}

/** The reader's time zone as the server knows it, like "America/New_York": whose "today" is meant. */
export function timeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** Milliseconds as people compare them: "840 ms", "3.2 sec". */
export function duration(ms: number, language: string): string {
  const isShort = ms < 1000
  const unit = isShort ? "millisecond" : "second"
  const style = { style: "unit", unit, maximumFractionDigits: isShort ? 0 : 1 } as const
  return new Intl.NumberFormat(language, style).format(isShort ? ms : ms / 1000)
}
