import { Button, Select, Text } from "@medusajs/ui"
import { useState } from "react"
import type {
  AdminWalmartOrderDetail,
  AdminWalmartReason,
  AdminWalmartRefundPart,
} from "../../../types/http"
import { FormDrawer } from "../../common/drawers/form-drawer"
import { Field } from "../../common/field"
import { useWords } from "../../words/use-words"
import { isTyped, partKey, refundBody, theRest, totalOf, type Typed } from "./part-choice"
import { PartFields } from "./part-fields"
import { useRefund, useRefundChoice } from "./use-refund"

interface RefundDrawerProps {
  order: AdminWalmartOrderDetail
  onClose: () => void
}

/** Choosing how much of which line or shipping goes back, and Walmart's reason; the refund is Medusa's own. */
export function RefundDrawer({ order, onClose }: RefundDrawerProps) {
  const { t, money } = useWords()
  const { data: choice, error } = useRefundChoice(order.id)
  const [typed, setTyped] = useState<Typed>({})
  const [reason, setReason] = useState("")
  const refund = useRefund(order.id, onClose)
  const parts = choice?.parts ?? []
  const body = refundBody(parts, typed, reason)
  const change = (next: Typed) => {
    refund.reset()
    setTyped(next)
  }
  return (
    <FormDrawer
      title={t("refund.drawerTitle")}
      description={t("refund.description")}
      submitLabel={
        body
          ? t("refund.submitAmount", { amount: money(totalOf(body), order.currency_code) })
          : t("refund.submit")
      }
      isBusy={refund.isPending}
      isDirty={isTyped(typed) || reason !== ""}
      canSubmit={body !== null}
      error={refund.error ?? error}
      onSubmit={() => body && refund.mutate(body)}
      onClose={onClose}
    >
      {choice && parts.length === 0 && <Text size="small">{t("refund.nothing")}</Text>}
      <Parts order={order} parts={parts} typed={typed} onChange={change} />
      <Reasons reasons={choice?.reasons ?? []} value={reason} onChange={setReason} />
    </FormDrawer>
  )
}

interface PartsProps {
  order: AdminWalmartOrderDetail
  parts: AdminWalmartRefundPart[]
  typed: Typed
  onChange: (typed: Typed) => void
}

function Parts({ order, parts, typed, onChange }: PartsProps) {
  const { t } = useWords()
  return (
    <div className="flex flex-col gap-y-4">
      {parts.map((part) => (
        <PartFields
          key={partKey(part)}
          order={order}
          part={part}
          typed={typed}
          onChange={onChange}
        />
      ))}
      <Button
        type="button"
        size="small"
        variant="secondary"
        className="self-start"
        disabled={Object.keys(theRest(parts)).length === 0}
        onClick={() => onChange(theRest(parts))}
      >
        {t("refund.rest")}
      </Button>
    </div>
  )
}

interface ReasonsProps {
  reasons: AdminWalmartReason[]
  value: string
  onChange: (reason: string) => void
}

function Reasons({ reasons, value, onChange }: ReasonsProps) {
  const { t, reason: nameOf } = useWords()
  return (
    <Field label={t("refund.reason")}>
      {(input) => (
        <Select size="small" value={value} onValueChange={onChange}>
          <Select.Trigger {...input}>
            <Select.Value placeholder={t("refund.chooseReason")} />
          </Select.Trigger>
          <Select.Content>
            {reasons.map(({ code }) => (
              <Select.Item key={code} value={code}>
                {nameOf(code, reasons)}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      )}
    </Field>
  )
}
