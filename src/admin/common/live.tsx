import type { PropsWithChildren } from "react"

interface LiveProps {
  /** Read out at once, not when the reader pauses. */
  isUrgent?: boolean
  className?: string
}

/**
 * A part that is read out when something appears in it. Screen readers watch only what was there before, so it stays on the page
 * while it is empty, where it takes no place. Lines between the parts of a card are drawn for it nevertheless: put it into one
 * part with something that is always there.
 */
export function Live({ isUrgent = false, className, children }: PropsWithChildren<LiveProps>) {
  const isEmpty = children === null || children === undefined || children === false
  return (
    <div role={isUrgent ? "alert" : "status"} className={isEmpty ? "absolute" : className}>
      {children}
    </div>
  )
}
