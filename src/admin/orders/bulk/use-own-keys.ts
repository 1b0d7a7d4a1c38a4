import { useEffect } from "react"
import { isBrowsers } from "./shortcuts"

/**
 * Leaves the browser its own shortcuts while a command bar is open: the UI kit's bar looks at the letter only, takes Ctrl+R for
 * R and keeps the page from being reloaded.
 */
export function useOwnKeys(isOpen: boolean, keys: string[]): void {
  const joined = keys.join()
  useEffect(() => {
    if (!isOpen) return
    const keep = (event: KeyboardEvent) => {
      if (isBrowsers(event, joined.split(","))) event.stopImmediatePropagation()
    }
    window.addEventListener("keydown", keep, true)
    return () => window.removeEventListener("keydown", keep, true)
  }, [isOpen, joined])
}
