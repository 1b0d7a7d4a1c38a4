import type { InferTypeOf, MedusaContainer } from "@medusajs/framework/types"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type { Absence } from "../../../../modules/walmart/config/absent-account"
import type { WalmartAttempt } from "../../../../modules/walmart/models/walmart-attempt"
import type WalmartModuleService from "../../../../modules/walmart/service"
import type {
  AdminWalmartAttempt,
  AdminWalmartPreview,
  AdminWalmartUpdateResponse,
} from "../../../../types/http"
import { WalmartError } from "../../../../walmart/api/errors/errors"
import { explain } from "../../../../walmart/updates/outcome"
import { previewUpdate } from "../../../../walmart/updates/preview"
import { PAYLOAD_VERSION } from "../../../../walmart/updates/model/update"
import { phrase, say, saying } from "../../../../walmart/words/phrase"
import {
  findWalmartOrder,
  findWalmartUpdate,
  type WalmartUpdateRow,
} from "../../../../workflows/shared/find-walmart-rows"
import { iso, showAttention, showPreview } from "../present"
import { showUpdates } from "./load-updates"

/**
 * One update with its timeline and, when wanted, what would be sent for it now.
 * @throws MedusaError NOT_FOUND
 */
export async function loadUpdateDetail(
  container: MedusaContainer,
  id: string,
  withPreview: boolean
): Promise<AdminWalmartUpdateResponse["update"]> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const row = await findWalmartUpdate(walmart, id)
  const [[update], timeline, preview] = await Promise.all([
    showUpdates(walmart, [row]),
    loadTimeline(walmart, row),
    withPreview ? loadPreview(walmart, row) : null,
  ])
  return { ...update, timeline, preview }
}

async function loadTimeline(
  walmart: WalmartModuleService,
  row: WalmartUpdateRow
): Promise<AdminWalmartAttempt[]> {
  const ids = await walmart.attemptIds(row)
  if (ids.length === 0) return []
  const order = { started_at: "ASC", id: "ASC" }
  const attempts = await walmart.listWalmartAttempts({ id: ids }, { order })
  return attempts.map(showAttempt)
}

type AttemptRow = Omit<InferTypeOf<typeof WalmartAttempt>, "created_at" | "updated_at">

/** A call to Walmart in the API's spelling. */
export function showAttempt(row: AttemptRow): AdminWalmartAttempt {
  const { id, endpoint, outcome, actor, http_status, correlation_id, duration_ms } = row
  const { error_code, error, request, response } = row
  return {
    ...{ id, endpoint, outcome, actor, http_status, correlation_id, duration_ms },
    ...{ error_code, error, request, response },
    error_words: row.error_words,
    started_at: row.started_at.toISOString(),
    finished_at: iso(row.finished_at),
    update_ids: row.update_ids,
  }
}

/** Asks Walmart for the order and takes the sender's decision, without sending anything. */
async function loadPreview(
  walmart: WalmartModuleService,
  row: WalmartUpdateRow
): Promise<AdminWalmartPreview> {
  if (row.finished_at !== null) return showPreview({ state: "finished" })
  if (row.payload_version !== PAYLOAD_VERSION) return UNREADABLE
  if (!walmart.hasAccount(row.account_id)) return withoutAccount(walmart.absence(row.account_id))
  const { maxLinesPerWrite: maxLines, acknowledges } = walmart.market(row.account_id)
  const { purchase_order_id } = await findWalmartOrder(walmart, row.walmart_order_id)
  try {
    const order = await walmart.client(row.account_id).getOrder(purchase_order_id)
    const updates = await walmart.knownUpdates(row.walmart_order_id)
    const now = (await walmart.databaseNow()).getTime()
    const acknowledgesLines = acknowledges === "lines"
    const limits = { now, maxLines, maxUpdates: 50, acknowledgesLines }
    return showPreview(previewUpdate(order, updates, row.id, limits))
  } catch (error) {
    return unavailable(error)
  }
}

/** @throws whatever is not a failed call to Walmart */
function unavailable(error: unknown): AdminWalmartPreview {
  if (!(error instanceof WalmartError)) throw error
  return { state: "unavailable", attention: showAttention(explain(error)) }
}

function withoutAccount({ words }: Absence): AdminWalmartPreview {
  const code = "account_missing"
  const remedy = [...words.remedy, phrase(code, "remedy_dismiss", {})]
  return { state: "unavailable", attention: { code, ...saying({ ...words, remedy }) } }
}

const UNREADABLE: AdminWalmartPreview = {
  state: "unavailable",
  attention: say("payload_version", {}, "preview"),
}
