import type { AdminWalmartSettingsBody } from "../../types/http"

/** What is chosen in the select, which cannot hold an empty value: one of these two, or a reason's code. */
export type ReasonChoice = string

const FOLLOW = "follow-options"

/** Staff must choose for every order. */
export const NO_REASON: ReasonChoice = "none"

/** What the select shows for what staff saved: null or nothing follows the options, an empty text means no reason. */
export function reasonChoice({ default_reason: saved }: AdminWalmartSettingsBody): ReasonChoice {
  if (saved === null || saved === undefined) return FOLLOW
  return saved || NO_REASON
}

/** What is saved for a choice. */
export function reasonOf(choice: ReasonChoice): string | null {
  if (choice === FOLLOW) return null
  return choice === NO_REASON ? "" : choice
}
