/** The two texts that open an account at Walmart. */
export interface KeyPair {
  clientId: string
  clientSecret: string
}

/** What shows that a text is not the key as Walmart gave it, in words that do not repeat it; null when nothing does. */
export function keyFault(key: string): string | null {
  if (/^(["'`]).*\1$/s.test(key))
    return "stands in quotation marks that would be part of it, leave them out (docker's --env-file keeps them)"
  if (/\s/.test(key))
    return "holds a blank or a line break, copy it again from Walmart's Developer Portal"
  return null
}
