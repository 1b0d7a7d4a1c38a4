import type { WalmartWords } from "../../types/http"

/** Something the server says: in English, and as sentences for a translation where it has them. */
export interface Spoken {
  message: string | null
  remedy?: string | null
  words?: WalmartWords | null
}
