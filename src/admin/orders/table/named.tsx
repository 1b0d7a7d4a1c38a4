import { type PropsWithChildren, useEffect, useRef } from "react"

/** Gives a name to the one control inside: the UI kit's icon buttons of tables have none, and take none. */
export function Named({ name, children }: PropsWithChildren<{ name: string }>) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const unnamed = ref.current?.querySelectorAll("button, [role=img]") ?? []
    for (const control of unnamed) control.setAttribute("aria-label", name)
  })
  return (
    <div ref={ref} className="contents">
      {children}
    </div>
  )
}
