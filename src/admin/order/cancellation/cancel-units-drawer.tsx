import { Button, Text, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import type {
  AdminWalmartCancellationChoiceResponse,
  AdminWalmartOrderDetail,
} from "../../../types/http"
import { FormDrawer } from "../../common/drawers/form-drawer"
import { ReasonList } from "../../common/reason-list"
import { TextField } from "../../common/text-field"
import { useWords } from "../../words/use-words"
import {
  cancelBody,
  choosableLines,
  type ChoosableLine,
  type ChosenUnits,
  chosenLines,
  isPossible,
  percentOf,
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
  const cancel = useCancelOrder(order.id, onClose, t("cancelUnits.done"))
  const lines = choosableLines(choice?.lines ?? [], order.lines)
  const named = chosenLines(lines, chosen)
  const reasons = reasonsForLines(choice?.reasons ?? [], named)
  const offered = reasons.some(({ code }) => code === reason) ? reason : ""
  const body = cancelBody(lines, chosen, offered, choice?.lines ?? [])
  const prompt = usePrompt()
  const send = async () => {
    if (!body) return
    const isWhole = body.lines === undefined
    const ask = () =>
      prompt({
        title: t("cancel.sureTitle"),
        description: t("cancel.sure", { number: order.purchase_order_id }),
        confirmText: t("cancel.now"),
        cancelText: t("actions.back"),
      })
    if (!isWhole || (await ask())) cancel.mutate(body)
  }
  const change = (next: ChosenUnits) => {
    cancel.reset()
    setChosen(next)
  }
  return (
    <FormDrawer
      title={t("cancelUnits.title")}
      description={t("cancelUnits.description")}
      submitLabel={t("cancelUnits.submit")}
      isBusy={cancel.isPending}
      canSubmit={body !== null}
      error={cancel.error ?? error}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <Lines lines={lines} chosen={chosen} onChange={change} />
      <ReasonList reasons={reasons} value={offered} onChange={setReason} />
      {choice && <Consequences choice={choice} reason={offered} named={named} />}
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
      {lines.map((line) => (
        <TextField
          key={line.line_number}
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

interface ConsequencesProps {
  choice: AdminWalmartCancellationChoiceResponse
  reason: string
  named: ChoosableLine[]
}

/** What Walmart does because of the reason, for which SKU, and where the account stands. */
function Consequences({ choice, reason, named }: ConsequencesProps) {
  const { t } = useWords()
  const chosen = choice.reasons.find(({ code }) => code === reason)
  const skus = [...new Set(named.map(({ sku }) => sku))].join(", ")
  const { rate } = choice
  return (
    <div className="flex flex-col gap-y-2" aria-live="polite">
      {chosen?.zeroes_stock && skus && (
        <Text size="small" className="text-ui-tag-red-text">
          {t("cancelUnits.zeroes", { skus })}
        </Text>
      )}
      {chosen?.counts_against_seller && (
        <Text size="small" className="text-ui-tag-orange-text">
          {t("cancelUnits.counts")}
        </Text>
      )}
      <Text size="small" className="text-ui-fg-subtle">
        {t(rate.orders === 0 ? "cancelUnits.noRate" : "cancelUnits.rate", {
          ...rate,
          percent: percentOf(rate),
        })}
      </Text>
    </div>
  )
}
