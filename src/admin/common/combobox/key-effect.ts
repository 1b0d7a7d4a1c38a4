import { NO_PLACE, placeByKey } from "./fitting-options"

/** What a key does to a list: opens or closes it, takes the option at hand, or moves to another one. */
export type KeyEffect = { does: "open" | "close" | "take" } | { does: "move"; place: number }

/** How a list stands. */
interface ListState {
  /** Of the option at hand. */
  place: number
  /** Options that are shown; none of a list that is closed. */
  count: number
}

/** What a key does, by the ARIA pattern of an editable combobox; null where the field or its form has the key. Pure. */
export function keyEffect(
  { key, altKey }: { key: string; altKey: boolean },
  { place, count }: ListState
): KeyEffect | null {
  const isArrow = key === "ArrowDown" || key === "ArrowUp"
  if (count === 0) return isArrow ? { does: "open" } : null
  if (key === "Escape" || (altKey && key === "ArrowUp")) return { does: "close" }
  if (key === "Enter") return place === NO_PLACE ? null : { does: "take" }
  const next = placeByKey(key, place, count)
  return next === null ? null : { does: "move", place: next }
}
