import type { UseTranslationResponse } from "react-i18next"

/** Gives the text of a key. */
export type Translate = UseTranslationResponse<"walmart", undefined>["t"]
