import fc from "fast-check"
import { createSealer, SealError } from "../sealing"

const SECRET = "0123456789abcdef0123456789abcdef"
const LATER = "fedcba9876543210fedcba9876543210"
const PLACE = { accountId: "main", column: "client_secret" }

/** The text with one character of its part after `dots` dots replaced. */
function tampered(sealed: string, dots: number): string {
  const parts = sealed.split(".")
  const part = parts[dots]
  parts[dots] = (part.startsWith("A") ? "B" : "A") + part.slice(1)
  return parts.join(".")
}

describe("sealed texts", () => {
  const sealer = createSealer(SECRET)

  it("are opened as they were", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const opened = createSealer(SECRET).open(sealer.seal(text, PLACE), PLACE)
        expect(opened).toEqual({ text, isCurrent: true })
      })
    )
  })

  it("show neither text nor secret, and are never the same twice", () => {
    const [first, second] = [1, 2].map(() => sealer.seal("walmart-secret", PLACE))
    expect(first).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]{16}\.[\w-]{22}\.[\w-]+$/)
    expect(first).not.toBe(second)
    expect(Buffer.from(first, "base64").toString()).not.toContain("walmart-secret")
    expect(first).not.toContain(SECRET.slice(0, 8))
  })

  it.each([
    ["version", 0],
    ["key id", 1],
    ["nonce", 2],
    ["tag", 3],
    ["content", 4],
  ])("are refused when their %s was changed", (_part, dots) => {
    const sealed = sealer.seal("walmart-secret", PLACE)
    expect(() => sealer.open(tampered(sealed, dots), PLACE)).toThrow(SealError)
  })

  it.each(["", "v1", "v1.x", "v1.00000000.AAAA", "secret in the clear"])(
    "are refused when they are no sealed text but %j",
    (text) => expect(() => sealer.open(text, PLACE)).toThrow(SealError)
  )

  it("are refused with a tag cut short, which would be easier to guess", () => {
    const parts = sealer.seal("walmart-secret", PLACE).split(".")
    parts[3] = parts[3].slice(0, 6)
    expect(() => sealer.open(parts.join("."), PLACE)).toThrow(SealError)
  })

  it.each([
    { accountId: "other", column: "client_secret" },
    { accountId: "main", column: "client_id" },
  ])("are refused at another place: %j", (elsewhere) => {
    const sealed = sealer.seal("walmart-secret", PLACE)
    expect(() => sealer.open(sealed, elsewhere)).toThrow(/another account/)
  })

  it("are opened by a secret that was replaced as long as it is named, and are to be sealed again", () => {
    const sealed = sealer.seal("walmart-secret", PLACE)
    const rotated = createSealer(LATER, [SECRET])
    expect(rotated.open(sealed, PLACE)).toEqual({ text: "walmart-secret", isCurrent: false })
    const again = rotated.seal("walmart-secret", PLACE)
    expect(createSealer(LATER).open(again, PLACE).isCurrent).toBe(true)
    expect(() => createSealer(LATER).open(sealed, PLACE)).toThrow(/do not have/)
    expect(() => sealer.open(again, PLACE)).toThrow(/do not have/)
  })
})
