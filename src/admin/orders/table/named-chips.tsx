import { type PropsWithChildren, useEffect, useRef } from "react"

interface NamedChipsProps {
  /** Name of the button that takes a filter away, from the filter's own. */
  removeName: (filter: string) => string
}

/**
 * Gives names to the chips of a table's filters: the UI kit's have a cross without a name, and open choices without one. They
 * come and go inside the UI kit, so they are watched.
 */
export function NamedChips({ removeName, children }: PropsWithChildren<NamedChipsProps>) {
  const ref = useRef<HTMLDivElement>(null)
  const latest = useRef(removeName)
  latest.current = removeName
  useEffect(() => {
    const bar = ref.current
    if (!bar) return
    const name = () => nameChips(bar, latest.current)
    const observer = new MutationObserver(name)
    const changes = { childList: true, subtree: true, attributeFilter: ["aria-expanded"] }
    observer.observe(bar, changes)
    name()
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={ref} className="contents">
      {children}
    </div>
  )
}

/** A chip is a label, a button that opens its choices, and a cross. */
function nameChips(bar: HTMLElement, removeName: NamedChipsProps["removeName"]): void {
  for (const cross of bar.querySelectorAll("button:last-child:has(> svg):not([aria-haspopup])")) {
    const filter = cross.parentElement?.firstElementChild
    const words = filter instanceof HTMLDivElement ? filter.textContent : null
    if (!words) continue
    cross.setAttribute("aria-label", removeName(words))
    const opener = cross.previousElementSibling
    const choices = document.getElementById(opener?.getAttribute("aria-controls") ?? "")
    choices?.setAttribute("aria-label", words)
  }
}
