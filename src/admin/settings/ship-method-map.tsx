import { Select } from "@medusajs/ui"
import { useSaveSettings } from "./use-account-actions"
import { type ShippingChoice, useShippingChoices } from "./use-shipping-choices"
import { useWords } from "../words/use-words"
import { METHOD_CODES } from "../../walmart/settings/method-codes"
import { Field, type FieldInput } from "../common/field"
import { LoadError } from "../common/load-error"
import { Loading } from "../common/loading"
import type { SettingsProps } from "./general-settings"
import { MapSection } from "./map-section"

/** A select cannot hold an empty value. */
const BY_ITSELF = "by-itself"

/** Which shipping option an imported order gets, by Walmart's ship method. */
export function ShipMethodMap({ accountId, response }: SettingsProps) {
  const { t } = useWords()
  const { data, error, refetch } = useShippingChoices()
  const save = useSaveSettings(accountId)
  if (!data && error) return <LoadError error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <MapSection
      title={t("settings.shipMethodMap")}
      hint={t("settings.shipMethodMapHint")}
      rows={METHOD_CODES.map((code) => ({ id: code, name: code }))}
      saved={response.settings.ship_method_map}
      isBusy={save.isPending}
      isEdited={response.edited.ship_method_map != null}
      onSave={(ship_method_map, onSuccess) => save.mutate({ ship_method_map }, { onSuccess })}
    >
      {(row, value, set) => (
        <Field label={row.name}>
          {(input) => <OptionSelect input={input} options={data.options} value={value} set={set} />}
        </Field>
      )}
    </MapSection>
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
