/** Walmart's code as a person reads it: `SHIPPING_BOX_DAMAGED` is "Shipping box damaged". */
export function reasonInWords(reason: string): string {
  const words = reason.toLowerCase().replace(/_/g, " ").trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
