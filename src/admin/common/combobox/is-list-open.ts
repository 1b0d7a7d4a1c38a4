/** Esc closes an open list of options before it closes the drawer that the list is in. */
export function isListOpen(element: Element | null): boolean {
  return (
    element?.getAttribute("role") === "combobox" && element.getAttribute("aria-expanded") === "true"
  )
}
