import { Text } from "@medusajs/ui"
import type {
  AdminWalmartCancellationChoiceResponse,
  AdminWalmartReason,
} from "../../../types/http"
import { useWords } from "../../words/use-words"
import { rateInWords } from "./line-choice"

interface ConsequencesProps {
  /** The chosen reason; undefined while none is. */
  reason: AdminWalmartReason | undefined
  /** SKUs of what is canceled, each once. */
  skus: string[]
  /** The account's rate; undefined while that is not known. */
  rate: AdminWalmartCancellationChoiceResponse["rate"] | undefined
}

/** What Walmart does because of the reason, for which SKU, and the account's rate. */
export function Consequences({ reason, skus, rate }: ConsequencesProps) {
  const { t, number } = useWords()
  return (
    <div className="flex flex-col gap-y-2" aria-live="polite">
      {reason?.zeroes_stock && skus.length > 0 && (
        <Text size="small" className="text-ui-tag-red-text">
          {t("cancelUnits.zeroes", { skus: skus.join(", ") })}
        </Text>
      )}
      {reason?.counts_against_seller && (
        <Text size="small" className="text-ui-tag-orange-text">
          {t("cancelUnits.counts")}
        </Text>
      )}
      {rate && (
        <Text size="small" className="text-ui-fg-subtle">
          {t(
            rate.orders === 0 ? "cancelUnits.noRate" : "cancelUnits.rate",
            rateInWords(rate, number)
          )}
        </Text>
      )}
    </div>
  )
}
