import type { AdminWalmartFinding, WalmartCheck } from "../../../types/http"

/** How a step of the first start stands: `todo` waits for those before it. */
export type StepState = "done" | "wrong" | "todo"

/** One step from an empty store to the first order. */
export interface FirstStep {
  name: "account" | "channel" | "location" | "shipping" | "poll"
  state: StepState
  /** What is wrong and what to do, from the server; none for a step that is done or not looked at. */
  said: Pick<AdminWalmartFinding, "message" | "remedy" | "words">[]
  /** Where it is done. */
  to: string
  /** No account is named, which only the config can do. */
  needsConfig: boolean
}

const STEPS: { name: FirstStep["name"]; checks: WalmartCheck[]; to: string }[] = [
  { name: "account", checks: ["migrations", "accounts", "keys", "permissions"], to: "#keys" },
  { name: "channel", checks: ["sales_channel", "region"], to: "/settings/sales-channels" },
  { name: "location", checks: ["stock_location"], to: "/settings/locations" },
  { name: "shipping", checks: ["shipping_options"], to: "/settings/locations" },
  { name: "poll", checks: ["polls"], to: "#check-up" },
]

/** The steps with their states, by what the doctor found; a step of which nothing was looked at is still to be done. Pure. */
export function firstSteps(findings: AdminWalmartFinding[]): FirstStep[] {
  return STEPS.map(({ name, checks, to }) => {
    const found = findings.filter(({ check }) => checks.includes(check))
    const open = found.filter(({ check, state }) => isOpen(name, check, state))
    return {
      ...{ name, to },
      state: found.length === 0 ? "todo" : open.length > 0 ? "wrong" : "done",
      said: open.map(({ message, remedy, words }) => ({ message, remedy, words })),
      needsConfig: open.some(({ check }) => check === "accounts"),
    }
  })
}

/** A warning may wait, but that nothing was fetched yet is what the last step is about. Other accounts may lack keys. */
function isOpen(
  name: FirstStep["name"],
  check: WalmartCheck,
  state: AdminWalmartFinding["state"]
): boolean {
  return state === "fault" || (name === "poll" && check === "polls" && state === "warning")
}
