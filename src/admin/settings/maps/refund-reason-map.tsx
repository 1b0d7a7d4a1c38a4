import { Select } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import type { AdminWalmartReason } from "../../../types/http"
import { Field, type FieldInput } from "../../common/field"
import { LoadError } from "../../common/load-error"
import { Loading } from "../../common/loading"
import { callApi } from "../../data/api"
import { keys } from "../../data/keys"
import { useWords } from "../../words/use-words"
import type { SettingsProps } from "../settings-props"
import { SettingSection } from "../setting-section"
import { MapDrawer } from "./map-drawer"
import { MapRows } from "./map-summary"

/** A select cannot hold an empty value. */
const BY_ITSELF = "by-itself"

interface RefundReasonsResponse {
  refund_reasons: { id: string; label: string }[]
}

/** Walmart's reason for each of the store's refund reasons. */
export function RefundReasonMap({ accountId, response }: SettingsProps) {
  const { t, reason: nameOf } = useWords()
  const { data: rows, error, refetch } = useRefundReasons()
  const [isOpen, setOpen] = useState(false)
  if (!rows && error) return <LoadError error={error} retry={() => void refetch()} />
  if (!rows) return <Loading />
  const { refund_reason_map: saved } = response.settings
  const { refund_reasons: reasons } = response
  const named = Object.entries(saved).map(([id, code]) => [id, nameOf(code, reasons)])
  return (
    <SettingSection
      title={t("settings.refundReasons")}
      hint={t("settings.refundReasonsHint")}
      editLabel={t("settings.editRefundReasons")}
      onEdit={() => setOpen(true)}
    >
      <MapRows
        rows={rows}
        map={Object.fromEntries(named)}
        nothing={t("settings.noRefundReasons")}
      />
      {isOpen && (
        <MapDrawer
          accountId={accountId}
          which="refund_reason_map"
          title={t("settings.editRefundReasons")}
          description={t("settings.refundReasonsHint")}
          rows={rows}
          saved={saved}
          isEdited={response.edited.refund_reason_map != null}
          onClose={() => setOpen(false)}
        >
          {({ row, value, set }) => (
            <Field label={row.name}>
              {(input) => <ReasonSelect input={input} reasons={reasons} value={value} set={set} />}
            </Field>
          )}
        </MapDrawer>
      )}
    </SettingSection>
  )
}

/** The store's refund reasons, by Medusa's own list. */
function useRefundReasons() {
  return useQuery({
    queryKey: keys.refundReasons,
    queryFn: async () => {
      const query = { limit: 500, fields: "id,label" }
      const answer = await callApi<RefundReasonsResponse>("refund-reasons", { query })
      return answer.refund_reasons.map(({ id, label }) => ({ id, name: label }))
    },
    staleTime: 60_000,
  })
}

interface ReasonSelectProps {
  input: FieldInput
  reasons: AdminWalmartReason[]
  value: string
  set: (value: string) => void
}

function ReasonSelect({ input, reasons, value, set }: ReasonSelectProps) {
  const { t, reason: nameOf } = useWords()
  return (
    <Select
      size="small"
      value={value || BY_ITSELF}
      onValueChange={(code) => set(code === BY_ITSELF ? "" : code)}
    >
      <Select.Trigger {...input}>
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        <Select.Item value={BY_ITSELF}>{t("settings.optionByItself")}</Select.Item>
        {reasons.map(({ code }) => (
          <Select.Item key={code} value={code}>
            {nameOf(code, reasons)}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
