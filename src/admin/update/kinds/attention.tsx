import { Alert } from "@medusajs/ui"
import type { WalmartAttention } from "../../../types/http"
import { useWords } from "../../words/use-words"

/** What is wrong, and what to do now. */
export function Attention({ attention }: { attention: WalmartAttention }) {
  const { message, remedy } = useWords().spoken(attention)
  return (
    <Alert variant="error">
      <span className="flex flex-col gap-y-1 break-words">
        <span>{message}</span>
        {remedy && <span className="text-ui-fg-base">{remedy}</span>}
      </span>
    </Alert>
  )
}
