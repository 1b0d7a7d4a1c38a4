import { createHash } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import type { AccountOptions, WalmartOptions } from "./options"
import type { EffectiveSettings } from "./settings"

/**
 * Everything besides the order itself that decides what is sent to Walmart of it, as a short text: when it changes, every open order
 * is compared anew. Credentials are no part of it.
 */
export function lensOf(
  { trackingValidation }: Pick<WalmartOptions, "trackingValidation">,
  {
    market,
    marketOverrides,
    shipWhen,
    refunds,
  }: Pick<AccountOptions, "market" | "marketOverrides" | "shipWhen" | "refunds">,
  {
    carrierMap,
    defaultReason,
    refundReasonMap,
  }: Pick<EffectiveSettings, "carrierMap" | "defaultReason" | "refundReasonMap">
): string {
  const decides = [
    pluginVersion(),
    trackingValidation,
    market,
    marketOverrides,
    shipWhen,
    carrierMap,
    defaultReason,
    refunds,
    refundReasonMap,
  ]
  return createHash("sha256").update(JSON.stringify(decides)).digest("hex").slice(0, 16)
}

const NAME = "medusa-plugin-walmart"
let version: string | undefined

/** From the package's own file, which lies at another depth in the sources than in what is published. */
function pluginVersion(): string {
  version ??= versionAbove(__dirname)
  return version
}

function versionAbove(folder: string): string {
  const file = join(folder, "package.json")
  if (existsSync(file)) {
    const { name, version }: { name?: string; version?: string } = JSON.parse(
      readFileSync(file, "utf8")
    )
    if (name === NAME && version) return version
  }
  const above = dirname(folder)
  return above === folder ? "" : versionAbove(above)
}
