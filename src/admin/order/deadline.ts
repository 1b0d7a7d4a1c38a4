import type { AdminWalmartOrder, WalmartDeadline } from "../../types/http"

/**
 * The one date that a person has to keep: shipping, also once that is late. Confirming the order is done automatically, and Walmart's
 * own cancellation is said where it comes near. Null once nothing is open. Pure.
 */
export function deadlineOf({
  next_deadline: next,
  ship_by: at,
  units_to_ship: left,
}: Pick<AdminWalmartOrder, "next_deadline" | "ship_by" | "units_to_ship">): WalmartDeadline | null {
  return next && at && left > 0 ? { kind: "ship", at } : next
}
