import type WalmartModuleService from "../../modules/walmart/service"
import type { MirrorAction } from "../../walmart/mirror/action"
import { mirrorActions } from "../../walmart/mirror/mirror-actions"
import type { LoadedSides, UnreadableSides } from "../reconciliation/load-sides"

/** What is to be done in Medusa for one order; nothing without its account, or while it cannot be read. */
export function actionsOf(
  walmart: WalmartModuleService,
  loaded: LoadedSides | UnreadableSides
): MirrorAction[] {
  if ("error" in loaded || !walmart.hasAccount(loaded.account_id)) return []
  const options = walmart.account(loaded.account_id).mirror
  return mirrorActions({ sides: loaded.sides, options })
}
