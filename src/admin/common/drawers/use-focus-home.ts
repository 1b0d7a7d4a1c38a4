import { type FocusEvent, useEffect, useRef } from "react"

/**
 * Keeps the keyboard's place in a card: when the control that has the focus disappears, because what it was for is done, the
 * card takes the focus, which the browser would put to the top of the page. @returns what the card's element gets
 */
export function useFocusHome() {
  const ref = useRef<HTMLDivElement>(null)
  const last = useRef<Element | null>(null)
  useEffect(() => {
    const card = ref.current
    if (!card) return
    const observer = new MutationObserver(() => {
      const isLost = last.current?.isConnected === false && document.activeElement === document.body
      if (!isLost) return
      last.current = null
      card.focus({ preventScroll: true })
    })
    observer.observe(card, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [])
  const onFocus = ({ target }: FocusEvent) => {
    last.current = target === ref.current ? null : target
  }
  return { ref, onFocus, tabIndex: -1, "data-walmart-home": true }
}
