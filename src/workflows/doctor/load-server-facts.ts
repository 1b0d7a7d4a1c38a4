import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { absences } from "../../modules/walmart/config/absent-account"
import type { ServerFacts } from "../../walmart/doctor/facts"
import { walmartOf } from "../import/store/load-store"
import { pingRedis } from "./ping-redis"

/** Medusa's modules by which its processes hear of each other. */
const SHARED = [Modules.EVENT_BUS, Modules.WORKFLOW_ENGINE, Modules.LOCKING]

/** Reads what of the server concerns all accounts. Nothing of the plugin's tables is read while they are missing. */
export async function loadServerFacts(container: MedusaContainer): Promise<ServerFacts> {
  const walmart = walmartOf(container)
  const { projectConfig, modules } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const isMigrated = await walmart.tables.ready()
  const missing = isMigrated ? await walmart.missingAccounts() : []
  const url = projectConfig.redisUrl
  const configured: Record<string, unknown> = { ...modules }
  return {
    isMigrated,
    absences: absences(walmart.options, missing).map(({ words }) => words),
    connected: walmart.options.accounts.map(({ id, market }) => `${id} (${market})`),
    workerMode: projectConfig.workerMode ?? "shared",
    sharedModules: SHARED.map((name) => ({ name, isShared: isShared(configured[name]) })),
    redis: url ? await pingRedis(url) : null,
  }
}

/** A module is in the memory of one process unless it, or a provider of it, says by its name where else. */
function isShared(module: unknown): boolean {
  return resolvedNames(module).some((name) => /redis|postgres/i.test(name))
}

function resolvedNames(module: unknown): string[] {
  if (typeof module !== "object" || module === null) return []
  const { resolve, options } = module as { resolve?: unknown; options?: unknown }
  const providers = (options as { providers?: unknown } | undefined)?.providers
  return [
    ...(typeof resolve === "string" ? [resolve] : []),
    ...(Array.isArray(providers) ? providers.flatMap(resolvedNames) : []),
  ]
}
