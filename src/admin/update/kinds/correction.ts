import type {
  AdminWalmartPackageCorrection,
  AdminWalmartRetryBody,
  AdminWalmartUpdate,
} from "../../../types/http"
import { ApiError } from "../../data/api"

/** What of a package can be corrected. */
export interface PackageForm {
  carrier: string
  trackingNumber: string
  trackingUrl: string
}

/** The fields of the correction form. */
export interface CorrectionForm {
  /** The package whose fields are shown. */
  packageIndex: number
  /** All packages, so that looking at another one loses nothing. */
  packages: PackageForm[]
  reason: string
  shipAnyway: boolean
}

/** The form filled with what would be sent now. */
export function correctionOf(update: AdminWalmartUpdate): CorrectionForm {
  return {
    packageIndex: 0,
    packages: update.packages.map((parcel) => ({
      carrier: parcel.carrier,
      trackingNumber: parcel.tracking_number,
      trackingUrl: parcel.tracking_url ?? "",
    })),
    reason: update.reason ?? "",
    shipAnyway: update.ship_anyway,
  }
}

/** The form with a field of the shown package changed. */
export function withPackage(form: CorrectionForm, change: Partial<PackageForm>): CorrectionForm {
  const packages = form.packages.map((parcel, index) =>
    index === form.packageIndex ? { ...parcel, ...change } : parcel
  )
  return { ...form, packages }
}

/**
 * Only what was changed, so that what somebody else corrected meanwhile is not undone.
 * @param opened the update as it was when the form was filled with it
 */
export function changesOf(opened: AdminWalmartUpdate, form: CorrectionForm): AdminWalmartRetryBody {
  const before = correctionOf(opened)
  const reason = form.reason.trim()
  const packages = form.packages.flatMap((parcel, package_index) => {
    const change = packageChange(before.packages[package_index], parcel)
    return Object.keys(change).length > 0 ? [{ package_index, ...change }] : []
  })
  return {
    ...(packages.length > 0 ? { packages } : {}),
    ...(reason && reason !== before.reason ? { reason } : {}),
    ...(form.shipAnyway && !before.shipAnyway ? { ship_anyway: true } : {}),
  }
}

/** An emptied carrier or link is taken away; a shipment cannot be without its number, so an emptied one stays as it was. */
function packageChange(before: PackageForm, after: PackageForm): AdminWalmartPackageCorrection {
  const carrier = after.carrier.trim()
  const tracking_number = after.trackingNumber.trim()
  const tracking_url = after.trackingUrl.trim()
  return {
    ...(carrier !== before.carrier ? { carrier } : {}),
    ...(tracking_number && tracking_number !== before.trackingNumber ? { tracking_number } : {}),
    ...(tracking_url !== before.trackingUrl ? { tracking_url } : {}),
  }
}

/** Somebody else has corrected it since the form was opened. */
export function isChangedSince(opened: AdminWalmartUpdate, now: AdminWalmartUpdate): boolean {
  const content = ({ packages, reason, ship_anyway }: AdminWalmartUpdate) =>
    JSON.stringify([packages, reason, ship_anyway])
  return content(opened) !== content(now)
}

/** What is wrong with a field of a package. */
export interface PackageFault {
  field: keyof PackageForm
  error: ApiError
}

/** What the server's codes of problems begin with, by field. */
const CODES: [string, keyof PackageForm][] = [
  ["tracking_number_", "trackingNumber"],
  ["carrier_", "carrier"],
  ["tracking_url_", "trackingUrl"],
]

/** The field that a refusal is about; null for all others, and where it may be about a package that is not shown. Pure. */
export function packageFault(error: unknown, { packages }: CorrectionForm): PackageFault | null {
  if (!(error instanceof ApiError) || packages.length !== 1) return null
  const field = CODES.find(([beginning]) => error.code.startsWith(beginning))?.[1]
  return field ? { field, error } : null
}
