import { MagnifyingGlassMini } from "@medusajs/icons"
import { clx, Input } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { LIST_LIMITS } from "../../../walmart/common/list-limits"

/** A field to search by. Medusa's own of type `search` draws its icon as a picture without words, which a screen reader trips over. */
export function SearchInput({ className, ...props }: ComponentProps<typeof Input>) {
  return (
    // Else the icon, which lies above its field, would also lie above a drawer.
    <div className={clx("relative isolate", className)}>
      <MagnifyingGlassMini
        aria-hidden
        className="text-ui-fg-muted pointer-events-none absolute left-2 top-1.5 z-[1]"
      />
      <Input
        maxLength={LIST_LIMITS.search}
        {...props}
        size="small"
        role="searchbox"
        className="pl-7"
      />
    </div>
  )
}
