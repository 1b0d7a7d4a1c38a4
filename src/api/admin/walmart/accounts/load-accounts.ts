import type { MedusaContainer } from "@medusajs/framework/types"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type WalmartModuleService from "../../../../modules/walmart/service"
import {
  type EffectiveSettings,
  effectiveSettings,
  storedSettings,
} from "../../../../modules/walmart/config/settings"
import type {
  AdminWalmartAccount,
  AdminWalmartSettings,
  AdminWalmartSettingsResponse,
} from "../../../../types/http"
import { offeredReasons } from "../../../../walmart/markets/markets"
import { notFound } from "../../../../workflows/shared/refusals"
import { offeredRefundReasons } from "../orders/refund"
import { iso, showReason } from "../present"
import { accountState, loadHolds } from "./account-state"
import { inARow } from "../../../../walmart/words/phrase"

/** The accounts of the plugin's options with their state; nothing secret. */
export async function loadAccounts(container: MedusaContainer): Promise<AdminWalmartAccount[]> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  await walmart.ensureAccounts()
  const [rows, backlogs, holds] = await Promise.all([
    walmart.listWalmartAccounts({}),
    walmart.backlogReports(),
    loadHolds(walmart),
  ])
  return walmart.options.accounts.flatMap((options) => {
    const row = rows.find(({ id }) => id === options.id)
    if (!row) return []
    const { id, market, sandbox } = options
    const { paused_by, last_error_code } = row
    const { orders, updates } = backlogs(id)
    return [
      {
        ...{ id, market, sandbox, paused_by, last_error_code },
        ...accountState(options, row, holds),
        market_name: walmart.market(id).name,
        host: options.baseUrl ? new URL(options.baseUrl).host : null,
        last_poll_tried_at: iso(row.last_poll_at),
        polled_until: iso(row.polled_until),
        last_tick_at: iso(row.last_tick_at),
        waiting: { orders, updates },
      },
    ]
  })
}

/** @throws MedusaError NOT_FOUND when the options have no such account, or have it without keys */
export async function loadAccount(
  container: MedusaContainer,
  id: string
): Promise<AdminWalmartAccount> {
  const account = (await loadAccounts(container)).find((entry) => entry.id === id)
  if (account) return account
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  throw notFound(inARow(walmart.absence(id)))
}

/** Settings of an account as they hold, and what may be chosen. @throws MedusaError NOT_FOUND */
export async function loadSettings(
  container: MedusaContainer,
  id: string
): Promise<AdminWalmartSettingsResponse> {
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const options = walmart.account(id)
  const market = walmart.market(id)
  const [row] = await walmart.listWalmartAccounts({ id })
  return {
    settings: showSettings(effectiveSettings(options, row?.settings)),
    edited: storedSettings(row?.settings),
    options: showSettings(effectiveSettings(options, null)),
    carriers: market.carriers,
    carrier_list: { as_of: market.carrierList.asOf, url: market.carrierList.url },
    reasons: offeredReasons(market, { customerAsked: false }).map(showReason),
    refund_reasons: offeredRefundReasons(),
  }
}

function showSettings(settings: EffectiveSettings): AdminWalmartSettings {
  return {
    carrier_map: settings.carrierMap,
    ship_method_map: settings.shipMethodMap,
    ship_nodes: settings.shipNodes,
    stock_location_id: settings.stockLocationId,
    default_reason: settings.defaultReason,
    refund_reason_map: settings.refundReasonMap,
    dry_run: settings.dryRun,
    sku_map: settings.skuMap,
  }
}
