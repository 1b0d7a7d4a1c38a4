import { Alert } from "@medusajs/ui"
import type { WalmartAttention } from "../../../types/http"

/** What is wrong, and what to do now. */
export function Attention({ attention }: { attention: WalmartAttention }) {
  return (
    <Alert variant="error">
      <span className="flex flex-col gap-y-1 break-words">
        <span>{attention.message}</span>
        {attention.remedy && <span className="text-ui-fg-base">{attention.remedy}</span>}
      </span>
    </Alert>
  )
}
