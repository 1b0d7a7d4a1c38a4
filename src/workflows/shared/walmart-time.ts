import type WalmartModuleService from "../../modules/walmart/service"
import { WalmartError } from "../../walmart/api/errors/errors"

/** Walmart's clock, epoch milliseconds; null when it cannot be asked, which a poll itself then says. */
export async function walmartTime(
  walmart: WalmartModuleService,
  accountId: string
): Promise<number | null> {
  try {
    return await walmart.client(accountId).now()
  } catch (error) {
    if (error instanceof WalmartError) return null
    throw error
  }
}
