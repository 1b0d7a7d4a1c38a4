import { createHash, timingSafeEqual } from "node:crypto"

/** Compares what was sent with what is expected; how long it takes says nothing about where they differ. */
export function isSameSecret(given: string | Buffer, expected: string | Buffer): boolean {
  return timingSafeEqual(digest(given), digest(expected))
}

function digest(value: string | Buffer): Buffer {
  return createHash("sha256").update(value).digest()
}
