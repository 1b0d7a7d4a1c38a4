import { useEffect, useState } from "react"

/** The time as epoch milliseconds, renewed every half minute, so that "time left" stays true on an open page. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), 30_000)
    return () => window.clearInterval(timer)
  }, [])
  return now
}
