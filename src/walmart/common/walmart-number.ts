const NUMBER = /^[A-Za-z0-9-]{1,64}$/

/**
 * Whether a text can be the number of a Walmart order or return. As far as anyone has seen they are digits; letters and hyphens
 * harm nobody, and anything else could lead a call to another path. Pure.
 */
export function isWalmartNumber(text: string): boolean {
  return NUMBER.test(text)
}
