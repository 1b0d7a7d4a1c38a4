/** A part of an address as it was before it was percent-encoded. @returns null for what is no percent-encoded text */
export function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}
