import { Skeleton } from "@medusajs/ui"
import { useWords } from "../words/use-words"

/** Grey bars in the place of what is being loaded. */
export function Loading({ rows = 4 }: { rows?: number }) {
  const { t } = useWords()
  return (
    <div role="status" aria-label={t("states.loading")} className="flex flex-col gap-y-3 px-6 py-4">
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} className="h-5 w-full" />
      ))}
    </div>
  )
}
