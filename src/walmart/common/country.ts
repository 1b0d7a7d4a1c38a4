import { ownValue } from "./own-value"

/**
 * Countries Walmart's four markets deliver to, with the territories of the United States, alpha-3 to alpha-2
 * (ISO 3166-1). Walmart writes alpha-3, Medusa wants lower-case alpha-2.
 */
const COUNTRIES: Record<string, string> = {
  USA: "us",
  PRI: "pr",
  GUM: "gu",
  VIR: "vi",
  ASM: "as",
  MNP: "mp",
  UMI: "um",
  CAN: "ca",
  MEX: "mx",
  CHL: "cl",
}

const ALPHA_2 = new Set(Object.values(COUNTRIES))

/** Lower-case alpha-2 of Walmart's country, null for one that no market delivers to. Alpha-2 is understood too. */
export function alpha2Of(country: string): string | null {
  const code = country.trim()
  const short = code.toLowerCase()
  return ownValue(COUNTRIES, code.toUpperCase()) ?? (ALPHA_2.has(short) ? short : null)
}
