import { Photo } from "@medusajs/icons"
import { clx } from "@medusajs/ui"

interface ThumbnailProps {
  src: string | null | undefined
  isSmall?: boolean
}

/** A product's picture as the dashboard shows it; its name is shown next to it. */
export function Thumbnail({ src, isSmall = false }: ThumbnailProps) {
  return (
    <div
      className={clx(
        "bg-ui-bg-component border-ui-border-base flex shrink-0 items-center justify-center overflow-hidden rounded border",
        isSmall ? "h-8 w-6" : "h-10 w-8"
      )}
    >
      {src ? (
        <img src={src} alt="" className="h-full w-full object-cover object-center" />
      ) : (
        <Photo aria-hidden className="text-ui-fg-subtle" />
      )}
    </div>
  )
}
