import { Heading } from "@medusajs/ui"
import { type PropsWithChildren, type ReactNode, useId } from "react"

interface SectionProps {
  title: string
  action?: ReactNode
}

/** A titled part of a card. */
export function Section({ title, action, children }: PropsWithChildren<SectionProps>) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex items-center justify-between gap-x-2">
        <Heading level="h3" id={id} className="txt-compact-small-plus">
          {title}
        </Heading>
        {action}
      </div>
      {children}
    </section>
  )
}
