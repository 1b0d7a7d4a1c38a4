import { Drawer } from "@medusajs/ui"
import { type PropsWithChildren, useRef } from "react"
import { isListOpen } from "../combobox/is-list-open"
import { homeOf } from "./focus"

/**
 * A drawer that is there while it is rendered. The keyboard's focus goes back to where it came from, or to the part of the page
 * that it came from when that button is gone.
 */
export function SideDrawer({ onClose, children }: PropsWithChildren<{ onClose: () => void }>) {
  const opener = useRef(document.activeElement)
  const home = useRef(homeOf(opener.current))
  const giveBack = (event: Event) => {
    event.preventDefault()
    const places = [opener.current, home.current]
    const place = places.find((element) => element instanceof HTMLElement && element.isConnected)
    if (place instanceof HTMLElement) place.focus()
  }
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content onCloseAutoFocus={giveBack} onEscapeKeyDown={leaveToList}>
        {children}
      </Drawer.Content>
    </Drawer>
  )
}

/** Esc closes an open list first. */
function leaveToList(event: KeyboardEvent): void {
  if (isListOpen(document.activeElement)) event.preventDefault()
}
