import { useEffect } from "react"
import { useLocation } from "react-router-dom"

/** Brings the part of the page that the address names into view, once it is there. */
export function useScrollToHash(isReady: boolean): void {
  const { hash } = useLocation()
  useEffect(() => {
    if (isReady && hash) document.getElementById(hash.slice(1))?.scrollIntoView()
  }, [hash, isReady])
}
