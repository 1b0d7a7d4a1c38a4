import { logger } from "@medusajs/framework/logger"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  ContainerRegistrationKeys,
  createMedusaContainer,
  Modules,
  ModulesSdkUtils,
} from "@medusajs/framework/utils"
import { asValue } from "@medusajs/framework/awilix"
import { MockEventBusService } from "@medusajs/test-utils"
import { WALMART_MODULE } from "../../../src/modules/walmart"
import type { JobClock } from "../../../src/modules/walmart/clock"
import WalmartModuleService from "../../../src/modules/walmart/service"
import { startClock } from "../../../src/workflows/recurring/clock"
import type { Stage } from "./stage"

/** Connects with Medusa's own settings, but waits half a second for a connection instead of a minute. */
export function connectLikeMedusa(clientUrl: string, max = 5): Knex {
  const pool = { min: 0, max, acquireTimeoutMillis: 500 }
  return ModulesSdkUtils.createPgConnection({ clientUrl, pool }) as unknown as Knex
}

/** Connections of a pool that somebody has, and those that are waited for. */
export function usageOf(db: Knex): { used: number; awaited: number } {
  const { pool } = db.client as { pool: Record<"numUsed" | "numPendingAcquires", () => number> }
  return { used: pool.numUsed(), awaited: pool.numPendingAcquires() }
}

/** What of the plugin runs in a store's worker, without the rest of Medusa. */
export interface OwnWorker {
  service: WalmartModuleService
  /** The recurring jobs; their rounds catch and log everything, as in a store. */
  clock: JobClock
}

/** The plugin's own service and recurring jobs on a database handle. */
export function ownWorker(stage: Stage, db: Knex): OwnWorker {
  const known = { [ContainerRegistrationKeys.PG_CONNECTION]: db, logger }
  const service = new WalmartModuleService(known, { ...stage.pluginOptions })
  const container = createMedusaContainer()
  container.register({
    [WALMART_MODULE]: asValue(service),
    [ContainerRegistrationKeys.LOGGER]: asValue(logger),
    [Modules.EVENT_BUS]: asValue(new MockEventBusService()),
  })
  return { service, clock: startClock(container) }
}
