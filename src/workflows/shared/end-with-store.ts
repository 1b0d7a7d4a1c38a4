import type WalmartModuleService from "../../modules/walmart/service"
import { NO_CALL, StoppedError } from "../../walmart/api/errors/errors"

/**
 * Ends a poll with its store: one may walk through years of orders, and must not keep the store from ending for minutes.
 * @throws StoppedError when the store is about to end; the next poll continues
 */
export function endWithStore({ isStopping }: WalmartModuleService): void {
  if (isStopping) throw new StoppedError("The store was stopped during the poll.", NO_CALL)
}
