import { Drawer } from "@medusajs/ui"
import { type PropsWithChildren, useRef } from "react"

/** A drawer that is there while it is rendered. The keyboard's focus goes back to where it came from. */
export function SideDrawer({ onClose, children }: PropsWithChildren<{ onClose: () => void }>) {
  const opener = useRef(document.activeElement)
  const giveBack = (event: Event) => {
    event.preventDefault()
    if (opener.current instanceof HTMLElement) opener.current.focus()
  }
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content onCloseAutoFocus={giveBack}>{children}</Drawer.Content>
    </Drawer>
  )
}
