import { Select } from "@medusajs/ui"
import { useState } from "react"
import { METHOD_CODES } from "../../../walmart/settings/method-codes"
import { Field, type FieldInput } from "../../common/field"
import { LoadError } from "../../common/load-error"
import { Loading } from "../../common/loading"
import { useWords } from "../../words/use-words"
import type { SettingsProps } from "../settings-props"
import { SettingSection } from "../setting-section"
import { MapDrawer } from "./map-drawer"
import { MapRows } from "./map-summary"
import { type ShippingChoice, useShippingChoices } from "./use-shipping-choices"

/** A select cannot hold an empty value. */
const BY_ITSELF = "by-itself"

const METHODS = METHOD_CODES.map((code) => ({ id: code, name: code }))

/** Which shipping option an imported order gets, by Walmart's ship method. */
export function ShipMethodMap({ accountId, response }: SettingsProps) {
  const { t } = useWords()
  const { data, error, refetch } = useShippingChoices()
  const [isOpen, setOpen] = useState(false)
  if (!data && error) return <LoadError error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  const { ship_method_map: saved } = response.settings
  const nameOf = (id: string) => data.options.find((option) => option.id === id)?.name ?? id
  const named = Object.entries(saved).map(([code, id]) => [code, nameOf(id)])
  return (
    <SettingSection
      title={t("settings.shipMethodMap")}
      hint={t("settings.shipMethodMapHint")}
      editLabel={t("settings.editShipMethods")}
      onEdit={() => setOpen(true)}
    >
      <MapRows
        rows={METHODS}
        map={Object.fromEntries(named)}
        nothing={t("settings.allByThemselves")}
      />
      {isOpen && (
        <MapDrawer
          accountId={accountId}
          which="ship_method_map"
          title={t("settings.editShipMethods")}
          description={t("settings.shipMethodMapHint")}
          rows={METHODS}
          saved={saved}
          isEdited={response.edited.ship_method_map != null}
          onClose={() => setOpen(false)}
        >
          {({ row, value, set }) => (
            <Field label={row.name}>
              {(input) => (
                <OptionSelect input={input} options={data.options} value={value} set={set} />
              )}
            </Field>
          )}
        </MapDrawer>
      )}
    </SettingSection>
  )
}

interface OptionSelectProps {
  input: FieldInput
  options: ShippingChoice[]
  value: string
  set: (value: string) => void
}

function OptionSelect({ input, options, value, set }: OptionSelectProps) {
  const { t } = useWords()
  const isGone = value !== "" && options.every(({ id }) => id !== value)
  return (
    <Select
      size="small"
      value={value || BY_ITSELF}
      onValueChange={(id) => set(id === BY_ITSELF ? "" : id)}
    >
      <Select.Trigger {...input}>
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        <Select.Item value={BY_ITSELF}>{t("settings.optionByItself")}</Select.Item>
        {isGone && (
          <Select.Item value={value}>{t("settings.optionGone", { id: value })}</Select.Item>
        )}
        {options.map(({ id, name }) => (
          <Select.Item key={id} value={id}>
            {name}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
