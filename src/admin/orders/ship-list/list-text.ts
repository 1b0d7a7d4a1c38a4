import { useState } from "react"

/** Where the browser's tab keeps the list, so that it is there again after a reload. */
const KEPT = "medusa-plugin-walmart.ship-list"

/** The text of the list. @param start stands there when the tab keeps none */
export function useListText(start: string) {
  const [text, setText] = useState(() => start || (window.sessionStorage.getItem(KEPT) ?? ""))
  const change = (next: string) => {
    setText(next)
    if (next) window.sessionStorage.setItem(KEPT, next)
    else window.sessionStorage.removeItem(KEPT)
  }
  return { text, change }
}
