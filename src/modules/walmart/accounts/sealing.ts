import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto"
import { english, phrase } from "../../../walmart/words/phrase"

/** How sealed texts are written; a later way of sealing gets a later name, and both can be opened. */
const VERSION = "v1"
const CIPHER = "aes-256-gcm"
const KEY_BYTES = 32
const KEY_ID_BYTES = 4
/** What NIST SP 800-38D recommends for GCM. */
const NONCE_BYTES = 12

/** Where a text belongs: sealed for one place, it cannot be opened at another. */
export interface Place {
  accountId: string
  column: string
}

/** What was opened. */
export interface Opened {
  text: string
  /** Whether the present secret sealed it; a former one is to be replaced. */
  isCurrent: boolean
}

/** A sealed text that cannot be opened; says why, and nothing of what is in it. */
export class SealError extends Error {
  readonly name = "SealError"

  /** @param why `off` there is no secret to open it with, `unknown_secret` another one sealed it, `changed` it is not what was sealed there */
  constructor(readonly why: "off" | "unknown_secret" | "changed") {
    super(english([phrase("keys_unreadable", `message_${why}`, {})]))
  }
}

/** Seals texts for the database, and opens them again. */
export interface Sealer {
  seal(text: string, place: Place): string
  /** @throws SealError when no secret of the options sealed it, it was changed, or it was sealed for another place */
  open(sealed: string, place: Place): Opened
}

/**
 * AES-256-GCM with a key derived from a secret by HKDF (RFC 5869); account and column are authenticated too. A sealed text names its
 * secret by an id from which the secret cannot be had back, so that secrets can be changed.
 * @param current seals, and opens what it sealed
 * @param former only open
 */
export function createSealer(current: string, former: readonly string[] = []): Sealer {
  const present = keyOf(current)
  const keys = new Map([...former.map(keyOf), present].map((key) => [key.id, key]))
  return {
    seal: (text, place) => seal(present, text, place),
    open(sealed, place) {
      const [version, id, ...parts] = sealed.split(".")
      const key = version === VERSION ? keys.get(id ?? "") : undefined
      if (!key) throw new SealError("unknown_secret")
      return { text: open(key, parts, place), isCurrent: key.id === present.id }
    },
  }
}

interface Key {
  id: string
  bytes: Uint8Array
}

function keyOf(secret: string): Key {
  const derive = (purpose: string, length: number) =>
    new Uint8Array(hkdfSync("sha256", secret, "medusa-plugin-walmart", purpose, length))
  const id = Buffer.from(derive("id of the key", KEY_ID_BYTES)).toString("hex")
  return { id, bytes: derive("account keys", KEY_BYTES) }
}

function seal(key: Key, text: string, place: Place): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key.bytes, nonce).setAAD(bound(key, place))
  const content = Buffer.concat([cipher.update(text, "utf8"), cipher.final()])
  const parts = [nonce, cipher.getAuthTag(), content].map((part) => part.toString("base64url"))
  return [VERSION, key.id, ...parts].join(".")
}

function open(key: Key, parts: string[], place: Place): string {
  const [nonce, tag, content] = parts.map((part) => Buffer.from(part, "base64url"))
  try {
    const options = { authTagLength: 16 }
    const decipher = createDecipheriv(CIPHER, key.bytes, nonce, options)
    decipher.setAAD(bound(key, place)).setAuthTag(tag)
    return Buffer.concat([decipher.update(content), decipher.final()]).toString("utf8")
  } catch (error) {
    // What Node's cipher says of it ("unable to authenticate data") names neither case.
    const refusal = new SealError("changed")
    throw Object.assign(refusal, { cause: error })
  }
}

/** What is authenticated together with the text. */
function bound({ id }: Key, { accountId, column }: Place): Buffer {
  return Buffer.from(JSON.stringify([VERSION, id, accountId, column]))
}
