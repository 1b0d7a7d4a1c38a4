import { Alert, Button } from "@medusajs/ui"
import { useState } from "react"
import type { AdminWalmartOrderDetail } from "../../../types/http"
import { FormDrawer } from "../../common/drawers/form-drawer"
import { ReasonList } from "../../common/reason-list"
import { TextField } from "../../common/text-field"
import { useWords } from "../../words/use-words"
import { Consequences } from "./consequences"
import {
  cancelBody,
  choosableLines,
  type ChoosableLine,
  type ChosenUnits,
  chosenLines,
  isChosen,
  isPossible,
  reasonsForLines,
  theRest,
} from "./line-choice"
import { useCancelOrder, useCancellationChoice } from "./use-cancellation"

interface CancelUnitsDrawerProps {
  order: AdminWalmartOrderDetail
  onClose: () => void
}

/** Choosing units of each line and a reason, knowing what each causes; what has left is not among them. */
export function CancelUnitsDrawer({ order, onClose }: CancelUnitsDrawerProps) {
  const { t } = useWords()
  const { data: choice, error } = useCancellationChoice(order.id)
  const [chosen, setChosen] = useState<ChosenUnits>({})
  const [reason, setReason] = useState("")
  const cancel = useCancelOrder(order.id, { close: onClose, done: t("cancelUnits.done") })
  const known = choice?.lines ?? order.cancellation.lines
  const lines = choosableLines(known, order.lines)
  const named = chosenLines(lines, chosen)
  const reasons = reasonsForLines(choice?.reasons ?? [], named)
  const offered = reasons.some(({ code }) => code === reason) ? reason : ""
  const body = cancelBody(lines, chosen, offered, known)
  const isWhole = body !== null && body.lines === undefined
  const change = (next: ChosenUnits) => {
    cancel.reset()
    setChosen(next)
  }
  return (
    <FormDrawer
      title={t("cancelUnits.title")}
      description={t("cancelUnits.description")}
      submitLabel={t(isWhole ? "cancel.now" : "cancelUnits.submit")}
      isDangerous
      isBusy={cancel.isPending}
      isDirty={isChosen(chosen) || reason !== ""}
      canSubmit={body !== null}
      error={cancel.error ?? error}
      onSubmit={() => body && cancel.mutate(body)}
      onClose={onClose}
    >
      <Lines lines={lines} chosen={chosen} onChange={change} />
      <ReasonList reasons={reasons} value={offered} onChange={setReason} />
      <Consequences
        reason={reasons.find(({ code }) => code === offered)}
        skus={[...new Set(named.map(({ sku }) => sku))]}
        rate={choice?.rate}
      />
      {isWhole && <Alert variant="warning">{t("cancelUnits.whole")}</Alert>}
    </FormDrawer>
  )
}

interface LinesProps {
  lines: ChoosableLine[]
  chosen: ChosenUnits
  onChange: (chosen: ChosenUnits) => void
}

function Lines({ lines, chosen, onChange }: LinesProps) {
  const { t } = useWords()
  return (
    <div className="flex flex-col gap-y-4">
      {lines.map((line, index) => (
        <TextField
          key={line.line_number}
          autoFocus={index === 0}
          label={t("cancelUnits.line", { number: line.line_number, name: line.name })}
          hint={t("cancelUnits.open", { ...line })}
          error={
            isPossible(chosen, line) ? undefined : t("cancelUnits.most", { count: line.cancelable })
          }
          value={chosen[line.line_number] ?? ""}
          onChange={(units) => onChange({ ...chosen, [line.line_number]: units })}
        />
      ))}
      <Button
        type="button"
        size="small"
        variant="secondary"
        className="self-start"
        disabled={Object.keys(theRest(lines)).length === 0}
        onClick={() => onChange(theRest(lines))}
      >
        {t("cancelUnits.rest")}
      </Button>
    </div>
  )
}
