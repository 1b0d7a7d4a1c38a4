import type { DeadlineFilter, ImportStatus, SyncStatus } from "./report-sql"

/** A time range; both ends are included. */
export interface TimeRange {
  from?: Date
  to?: Date
}

/** Which orders to find. What is left out does not filter. */
export interface OrderSearch {
  accountIds?: string[]
  /** Medusa orders. */
  orderIds?: string[]
  statuses?: string[]
  syncStatuses?: SyncStatus[]
  importStatuses?: ImportStatus[]
  /** Any of these. */
  deadlines?: DeadlineFilter[]
  /** Whose days they are of, as an IANA name; UTC when left out. */
  timeZone?: string
  /** Who ships them. */
  shippedBy?: "seller" | "walmart"
  shipBy?: TimeRange
  orderedAt?: TimeRange
  /** The beginning of an order number or SKU, a tracking number, or a part of the former of an open order. */
  text?: string
  /** Medusa orders that the text means by their own number. */
  textOrderIds?: string[]
}

/** A condition on the order `o`, and what is bound into it. */
export interface Condition {
  sql: string
  values?: Record<string, string | string[] | number | Date>
  /** Only few orders of a long history can meet it, and an index of their own finds them. */
  isFew?: boolean
  /** Ids of the few orders that do not meet it. */
  less?: string[]
}
