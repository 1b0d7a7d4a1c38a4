import type { WalmartPhrase, WalmartWords } from "../../types/http"

/** Something the server says: in English, and as sentences for a translation where it has them. */
export interface Spoken {
  message: string | null
  remedy?: string | null
  words?: WalmartWords | null
}

/** Sentences of the server's; without words, a text that is in the reader's language already. */
export interface SaidText {
  text: string
  words: WalmartPhrase[] | null
}
