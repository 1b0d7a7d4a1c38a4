import type { Package } from "../../../walmart/updates/payloads/shipment-payload"
import type {
  AdminWalmartDiscrepancy,
  AdminWalmartLabelCheck,
  AdminWalmartQueue,
  AdminWalmartPackage,
  AdminWalmartPreview,
  AdminWalmartReason,
  AdminWalmartUpdate,
  WalmartAttention,
  WalmartWords,
} from "../../../types/http"
import { type CarrierChoice, trackingUrl } from "../../../walmart/carriers/carriers"
import type { Discrepancy } from "../../../walmart/reconciliation/figures/discrepancy"
import type { Content } from "../../../walmart/updates/model/kind"
import { contentOf, type Kinds, KINDS, kindOf, NO_CONTENT } from "../../../walmart/updates/kinds"
import { MARKETS } from "../../../walmart/markets/market-data"
import type { OfferedReason } from "../../../walmart/markets/markets"
import type { LabelCheck } from "../../../walmart/updates/shipment/packages"
import type { Preview } from "../../../walmart/updates/preview"
import { type Attention, PAYLOAD_VERSION } from "../../../walmart/updates/model/update"
import { isPayload } from "../../../walmart/updates/update-schema"
import type { WalmartUpdateRow } from "../../../workflows/shared/find-walmart-rows"
import { phrase, spoken } from "../../../walmart/words/phrase"
import { isUnfinished } from "../../../walmart/updates/model/update-status"

/** A time as the API writes it. */
export function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null
}

/** A difference between both sides in the API's spelling. */
export function showDiscrepancy(found: Discrepancy): AdminWalmartDiscrepancy {
  const { code, lineNumber: line_number, message, remedy, words = null } = found
  return { code, line_number, message, remedy, words }
}

/** A queue as its module answers it. */
export interface QueueRow {
  subject_id: string
  state: "ok" | "needs_attention"
  next_due_at: Date | null
  leased: boolean
  in_doubt: boolean
  attempts: number
  first_failed_at: Date | null
  last_error_code: string | null
  last_error: string | null
  last_error_words: WalmartWords | null
  last_correlation_id: string | null
}

/** What is known around an update when it is shown. */
export interface UpdateContext {
  order: { purchase_order_id: string; order_id: string | null } | undefined
  queue: QueueRow | undefined
  /** Updates that are being sent right now. */
  sendingIds: string[]
  attempts: number
}

/** An update as lists and the order show it. */
export function showUpdate(
  row: WalmartUpdateRow,
  context: UpdateContext,
  kinds: Kinds = KINDS
): AdminWalmartUpdate {
  const isBusy = context.queue?.leased === true || context.queue?.in_doubt === true
  const isWaiting = isUnfinished(row)
  const isReadable = row.payload_version === PAYLOAD_VERSION && isPayload(row.payload, kinds)
  const canRetry = isWaiting && !isBusy && isReadable
  const { id, walmart_order_id, account_id, sequence, kind, status, fulfillment_id } = row
  return {
    ...{ id, walmart_order_id, account_id, sequence, kind, status, fulfillment_id },
    purchase_order_id: context.order?.purchase_order_id ?? "",
    order_id: context.order?.order_id ?? null,
    shown_status: context.sendingIds.includes(id) ? "sending" : status,
    ...showContent(isReadable ? contentOf(row.payload, kinds) : NO_CONTENT),
    requested_by: row.requested_by,
    attention: attentionOf(row),
    warnings: row.warnings ?? [],
    note: row.note,
    note_words: row.status === "superseded" ? (row.words?.message ?? null) : null,
    happened_at: row.happened_at.toISOString(),
    sent_at: iso(row.sent_at),
    finished_at: iso(row.finished_at),
    attempts: context.attempts,
    can_retry: canRetry,
    can_correct: canRetry && kindOf(row.payload, kinds).correctable.length > 0,
    can_dismiss: isWaiting && !isBusy,
    can_undo: row.status === "dismissed" && !isBusy && isReadable,
  }
}

type ShownContent = Pick<
  AdminWalmartUpdate,
  "packages" | "reason" | "lines" | "refunds" | "ship_anyway"
>

function showContent({ packages, reason, lines, refunds, shipAnyway }: Content): ShownContent {
  return {
    packages: packages.map(showPackage),
    reason,
    lines: showUnits(lines),
    refunds: refunds.map(({ lineNumber: line_number, type, amount }) => ({
      ...{ line_number, type, amount },
    })),
    ship_anyway: shipAnyway,
  }
}

function showPackage({ trackingNumber, carrier, lines }: Package): AdminWalmartPackage {
  const { name, url, isListed } = carrierOf(carrier)
  return {
    tracking_number: trackingNumber,
    carrier: name,
    tracking_url: url,
    tracking_page: url ?? (trackingNumber ? trackingUrl(name, trackingNumber) : null),
    is_listed_carrier: isListed,
    lines: showUnits(lines),
  }
}

/** Units per line in the API's spelling. */
export function showUnits(lines: { lineNumber: string; quantity: number }[]) {
  return lines.map(({ lineNumber, quantity }) => ({ line_number: lineNumber, quantity }))
}

function carrierOf(choice: CarrierChoice) {
  return "carrier" in choice
    ? { name: choice.carrier, url: null, isListed: true }
    : { name: choice.otherCarrier, url: choice.trackingUrl || null, isListed: false }
}

/** Why a row of any kind waits for a person; null when it does not. */
export function attentionOf({ error_code, error, remedy, words }: ErrorColumns) {
  if (!error_code) return null
  return { code: error_code, message: error ?? "", remedy, words }
}

interface ErrorColumns {
  error_code: string | null
  error: string | null
  remedy: string | null
  words: WalmartWords | null
}

/** Why something cannot continue, as the API says it. */
export function showAttention({
  code,
  message,
  remedy,
  words = null,
}: Attention): WalmartAttention {
  return { code, message, remedy, words }
}

/** What would be sent for a label. */
export function showCheck(check: LabelCheck): AdminWalmartLabelCheck {
  const carrier = check.carrier && carrierOf(check.carrier)
  return {
    tracking_number: check.trackingNumber,
    carrier: carrier?.name ?? null,
    is_listed_carrier: carrier?.isListed ?? false,
    tracking_url: carrier?.url ?? null,
    problems: check.problems,
    warnings: check.warnings,
  }
}

/** A queue as a person reads it. An expired lease does not count as sending: its owner died, and someone else will claim it. */
export function showQueue(row: QueueRow, now: Date): AdminWalmartQueue {
  const { state, attempts, last_error_code, last_error, last_correlation_id } = row
  return {
    ...{ state, attempts, last_error_code, last_error, last_correlation_id },
    last_error_words: row.last_error_words,
    next_due_at: iso(row.next_due_at),
    sending: isSending(row, now),
    in_doubt: row.in_doubt && !isSending(row, now),
    first_failed_at: iso(row.first_failed_at),
  }
}

/** True while a process owns the queue. */
export function isSending({ leased, next_due_at }: QueueRow, now: Date): boolean {
  return leased && next_due_at !== null && next_due_at > now
}

const BUILT_IN = Object.values(MARKETS).flatMap(({ cancellationReasons }) => cancellationReasons)

/** A reason with what it causes. */
export function showReason(reason: OfferedReason): AdminWalmartReason {
  const { code, label, effect, preselected } = reason
  return {
    ...{ code, label, effect, preselected },
    built_in: BUILT_IN.some(
      (known) => known.code === code && known.label === label && known.effect === effect
    ),
    only_when_customer_asked: reason.onlyWhenCustomerAsked,
    zeroes_stock: reason.zeroesStock,
    counts_against_seller: reason.countsAgainstSeller,
  }
}

/** A preview in words. */
export function showPreview(preview: Preview): AdminWalmartPreview {
  switch (preview.state) {
    case "would_send": {
      const { state, endpoint, body, updateIds, attention } = preview
      const inPart = attention && showAttention(attention)
      return { state, endpoint, body, update_ids: updateIds, attention: inPart }
    }
    case "already_there":
      return { state: preview.state, ...previewText("message_already_there") }
    case "conflict":
      return { state: preview.state, attention: showAttention(preview.attention) }
    case "waits":
      return {
        state: preview.state,
        waits_for: preview.waitsFor,
        ...previewText("message_waits"),
      }
    case "finished":
      return { state: preview.state, ...previewText("message_finished") }
  }
}

function previewText(name: "message_already_there" | "message_waits" | "message_finished") {
  return spoken([phrase("update_preview", name, {})])
}
