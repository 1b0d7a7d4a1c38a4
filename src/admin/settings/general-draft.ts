import type { AdminWalmartSettingsBody, AdminWalmartSettingsResponse } from "../../types/http"
import { reasonChoice, type ReasonChoice, reasonOf } from "./default-reason-choice"

/** Dry run and default reason as they are edited. */
export interface GeneralDraft {
  /** Null follows the config. */
  dryRun: boolean | null
  reason: ReasonChoice
}

type Settings = Pick<AdminWalmartSettingsResponse, "edited" | "options">

/** What was saved before. Pure. */
export function savedDraft({ edited }: Pick<Settings, "edited">): GeneralDraft {
  return { dryRun: edited.dry_run ?? null, reason: reasonChoice(edited) }
}

/** Whether a dry run holds with a draft. Pure. */
export function holds({ options }: Pick<Settings, "options">, { dryRun }: GeneralDraft): boolean {
  return dryRun ?? options.dry_run
}

/** What of a draft is to be saved; what stays as it was is left out. Pure. */
export function changedOf(
  settings: Pick<Settings, "edited">,
  draft: GeneralDraft
): AdminWalmartSettingsBody {
  const saved = savedDraft(settings)
  return {
    ...(draft.dryRun === saved.dryRun ? {} : { dry_run: draft.dryRun }),
    ...(draft.reason === saved.reason ? {} : { default_reason: reasonOf(draft.reason) }),
  }
}
