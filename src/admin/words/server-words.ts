import type { WalmartPhrase } from "../../types/http"
import type { Spoken } from "../data/spoken"
import type { Translate } from "./translate"

/** What the server says, in the reader's language. A sentence without a text here, such as that of a newer server, is shown in its English. */
export function spoken(t: Translate, { message, remedy, words }: Spoken) {
  return {
    message: sentences(t, words?.message, message ?? ""),
    remedy: sentences(t, words?.remedy, remedy ?? ""),
  }
}

/** Sentences of the server's, in the reader's language. */
export function sentences(
  t: Translate,
  phrases: WalmartPhrase[] | null | undefined,
  english: string
): string {
  if (!phrases) return english
  const said = phrases.map(({ key, params }) =>
    t(`messages.${key}`, { replace: params, ...counted(params), defaultValue: "" })
  )
  return said.includes("") ? english : said.join(" ")
}

/** By what a text that counts chooses its form. */
function counted({ count }: WalmartPhrase["params"]): { count?: number } {
  return typeof count === "number" ? { count } : {}
}
