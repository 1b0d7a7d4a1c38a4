/** A fulfillment provider as the dashboard calls it: `manual_manual` is "Manual", `ups_ups_eu` is "Ups (EU)". Pure. */
export function providerName(id: string): string {
  const [first, name = first, ...more] = id.split("_")
  const spelled = name.charAt(0).toUpperCase() + name.slice(1)
  return more.length > 0 ? `${spelled} (${more.join(" ").toUpperCase()})` : spelled
}
