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
import type { JobClock } from "../../../src/modules/walmart/scheduler/clock"
import WalmartModuleService from "../../../src/modules/walmart/service"
import { startClock } from "../../../src/recurring/start-clock"
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

/** The plugin's own service on a database handle, without Medusa around it. */
export function serviceOn(stage: Stage, db: Knex): WalmartModuleService {
  const known = { [ContainerRegistrationKeys.PG_CONNECTION]: db, logger }
  return new WalmartModuleService(known, { ...stage.pluginOptions })
}

/** A service's recurring jobs, going; their rounds catch and log everything, as in a store. Whoever asks stops it. */
export function clockOf(service: WalmartModuleService): JobClock {
  const container = createMedusaContainer()
  container.register({
    [WALMART_MODULE]: asValue(service),
    [ContainerRegistrationKeys.LOGGER]: asValue(logger),
    [Modules.EVENT_BUS]: asValue(new MockEventBusService()),
  })
  return startClock(container)
}
