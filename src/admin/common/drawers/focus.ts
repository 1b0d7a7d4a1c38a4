/** The part of the page that takes the focus when a control inside it is gone: a card of ours, or a drawer. */
export function homeOf(element: Element | null): HTMLElement | null {
  return element?.closest<HTMLElement>("[data-walmart-home], [role=dialog]") ?? null
}
