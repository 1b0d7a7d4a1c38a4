import type { PropsWithChildren } from "react"

/** A name and its value, as a row of a description list. */
export function Fact({ label, children }: PropsWithChildren<{ label: string }>) {
  return (
    <div className="grid grid-cols-2 items-start gap-x-3">
      <dt className="txt-compact-small text-ui-fg-subtle">{label}</dt>
      <dd className="txt-compact-small min-w-0 break-words">{children}</dd>
    </div>
  )
}
