import { Alert, Text } from "@medusajs/ui"
import type { AdminWalmartLabelCheck, WalmartProblem } from "../../../types/http"
import { useWords } from "../../words/use-words"
import { isFine } from "./is-fine"

/** What would be sent for one label, and what is wrong with it. */
export function LabelCheck({ check }: { check: AdminWalmartLabelCheck }) {
  const { t } = useWords()
  const { carrier, tracking_number: number } = check
  const kind = check.is_listed_carrier ? t("carrier.listed") : t("carrier.other")
  return (
    <div className="flex flex-col gap-y-2">
      {check.problems.length === 0 && (
        <Text size="small" className="break-words">
          {carrier
            ? t("carrier.checked", { number, carrier, kind })
            : t("carrier.unknown", { number })}
        </Text>
      )}
      {check.tracking_url && (
        <Text size="small" className="text-ui-fg-subtle break-all">
          {check.tracking_url}
        </Text>
      )}
      <Problems problems={check.problems} variant="error" />
      <Problems problems={check.warnings} variant="warning" />
      {isFine(check) && <Alert variant="success">{t("carrier.fine", { carrier })}</Alert>}
    </div>
  )
}

interface ProblemsProps {
  problems: WalmartProblem[]
  variant: "error" | "warning"
}

function Problems({ problems, variant }: ProblemsProps) {
  const { spokenInOne } = useWords()
  return problems.map((problem) => (
    <Alert key={problem.code} variant={variant}>
      {spokenInOne(problem)}
    </Alert>
  ))
}
