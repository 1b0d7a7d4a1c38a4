import type { AdminWalmartRetryBody, AdminWalmartUpdate } from "../../types/http"

/** The fields of the correction form. */
export interface Correction {
  packageIndex: number
  carrier: string
  trackingNumber: string
  trackingUrl: string
  reason: string
  shipAnyway: boolean
}

/** The form filled with what would be sent now. */
export function correctionOf(update: AdminWalmartUpdate, packageIndex = 0): Correction {
  const parcel = update.packages[packageIndex]
  return {
    packageIndex,
    carrier: parcel?.carrier ?? "",
    trackingNumber: parcel?.tracking_number ?? "",
    trackingUrl: parcel?.tracking_url ?? "",
    reason: update.reason ?? "",
    shipAnyway: update.ship_anyway,
  }
}

/** Only what was changed, so that what somebody else corrected meanwhile is not undone. */
export function changesOf(update: AdminWalmartUpdate, form: Correction): AdminWalmartRetryBody {
  const before = correctionOf(update, form.packageIndex)
  const changed = (name: "carrier" | "trackingNumber" | "trackingUrl" | "reason") => {
    const value = form[name].trim()
    return value && value !== before[name] ? value : undefined
  }
  const body: AdminWalmartRetryBody = {
    carrier: changed("carrier"),
    tracking_number: changed("trackingNumber"),
    tracking_url: changed("trackingUrl"),
    reason: changed("reason"),
    ship_anyway: form.shipAnyway && !before.shipAnyway ? true : undefined,
  }
  const isOfPackage = body.carrier ?? body.tracking_number ?? body.tracking_url
  const isOneOfSeveral = update.packages.length > 1 && isOfPackage !== undefined
  return isOneOfSeveral ? { ...body, package_index: form.packageIndex } : body
}
