import { useWords } from "../../words/use-words"
import { Field } from "../field"
import { Combobox } from "./combobox"

interface CarrierInputProps {
  value: string
  carriers: string[]
  error?: string
  onChange: (carrier: string) => void
}

/** One of Walmart's carriers, found while typing, or the free name of another one. */
export function CarrierInput({ value, carriers, error, onChange }: CarrierInputProps) {
  const { t } = useWords()
  const label = t("fields.carrier")
  return (
    <Field label={label} hint={t("fields.carrierHint")} error={error}>
      {(input) => <Combobox {...{ input, label, value, onChange }} options={carriers} />}
    </Field>
  )
}
