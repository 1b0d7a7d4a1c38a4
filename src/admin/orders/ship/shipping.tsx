import { toast } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import type { AdminWalmartOrder } from "../../../types/http"
import { useWords } from "../../words/use-words"
import { ShipDrawer } from "./ship-drawer"
import { isShippable, nextToShip } from "./shippable"

interface ShippingProps {
  /** As they stand in the list. */
  orders: AdminWalmartOrder[]
  /** Id of the order that is being shipped; null for none. */
  id: string | null
  /** Something else stands in front of the list. */
  isCovered: boolean
  /** @param isNext it takes the place of the one before, so that "back" leads to the list */
  open: (id: string, isNext?: boolean) => void
}

/** The Ship drawer beside the list, and its key. */
export function Shipping({ orders, id, isCovered, open }: ShippingProps) {
  const { t } = useWords()
  const done = useRef(new Set<string>())
  const next = id === null ? null : nextToShip(orders, id, done.current)
  useShipKey(isCovered || id !== null, () => {
    const chosen = orders.find((order) => order.id === focusedOrder())
    const start = chosen && isShippable(chosen) ? chosen.id : nextToShip(orders, null, done.current)
    if (start) open(start)
  })
  if (id === null) return null
  const onShipped = (shipped: string, goesOn: boolean) => {
    done.current.add(shipped)
    if (goesOn && next === null) toast.info(t("ship.nothingLeft"))
    open(goesOn && next ? next : "", true)
  }
  return (
    <ShipDrawer
      id={id}
      listed={orders.find((order) => order.id === id)}
      hasNext={next !== null}
      onShipped={onShipped}
      onClose={() => open("")}
    />
  )
}

/** Id of the order in whose row the keyboard is. */
function focusedOrder(): string | undefined {
  const row = document.activeElement?.closest("tr")
  return row?.querySelector<HTMLElement>("[data-walmart-order]")?.dataset.walmartOrder
}

const KEY = "s"

function useShipKey(isOff: boolean, start: () => void): void {
  const latest = useRef(start)
  latest.current = start
  useEffect(() => {
    if (isOff) return
    const press = (event: KeyboardEvent) => {
      const isHeld = event.ctrlKey || event.metaKey || event.altKey
      if (isHeld || event.key.toLowerCase() !== KEY || isTyping(event.target)) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener("keydown", press)
    return () => window.removeEventListener("keydown", press)
  }, [isOff])
}

function isTyping(target: EventTarget | null): boolean {
  const isElement = target instanceof HTMLElement
  return (
    isElement &&
    target.closest("input, textarea, select, [contenteditable], [role=dialog], [role=menu]") !==
      null
  )
}
