import { useState } from "react"

/** Where the browser's tab keeps what is pasted, so that it is there again after a reload. */
const PASTED = "medusa-plugin-walmart.ship-list"

/** Which list of chosen orders was written last: a reload forgets which orders were chosen. */
const LAST = `${PASTED}.last`

/** How a list is opened. */
export interface OpenedList {
  /** Purchase orders that were chosen in the table: each begins a row. */
  orders: string[]
  /** It was opened for chosen orders, which a reload has forgotten where there are none. */
  isOfChosen: boolean
}

/** A list that the tab keeps. */
export interface KeptList {
  text: string
  /** Keeps it as it is now; an empty one is forgotten. */
  keep: (text: string) => void
}

type Tab = Pick<Storage, "getItem" | "setItem" | "removeItem">

/** The list as the tab keeps it, otherwise as it begins. Each has its own place, so that none is written over another. */
export function keptList(tab: Tab, opened: OpenedList): KeptList {
  const place = placeOf(tab, opened)
  const keep = (text: string) => {
    if (text) tab.setItem(place, text)
    else tab.removeItem(place)
    if (place !== PASTED) tab.setItem(LAST, place)
  }
  return { text: tab.getItem(place) ?? startOf(opened), keep }
}

/** Lists of chosen orders are found again by the same orders. */
function placeOf(tab: Tab, { orders, isOfChosen }: OpenedList): string {
  if (orders.length > 0) return `${PASTED}.of.${[...orders].sort().join(".")}`
  return (isOfChosen && tab.getItem(LAST)) || PASTED
}

function startOf({ orders }: OpenedList): string {
  return orders.map((number) => `${number}\t`).join("\n")
}

/** The text of the list, kept in the tab under the place it was opened with. */
export function useListText(opened: OpenedList) {
  const [list] = useState(() => keptList(window.sessionStorage, opened))
  const [text, setText] = useState(list.text)
  const change = (next: string) => {
    setText(next)
    list.keep(next)
  }
  return { text, change }
}
