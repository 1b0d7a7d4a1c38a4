import { Input } from "@medusajs/ui"
import { useWords } from "../../words/use-words"
import { Field } from "../field"

interface CarrierInputProps {
  value: string
  carriers: string[]
  error?: string
  onChange: (carrier: string) => void
}

/** One of Walmart's carriers, suggested while typing, or the free name of another one. */
export function CarrierInput({ value, carriers, error, onChange }: CarrierInputProps) {
  const { t } = useWords()
  return (
    <Field label={t("fields.carrier")} hint={t("fields.carrierHint")} error={error}>
      {(input) => (
        <>
          <Input
            {...input}
            size="small"
            list={`${input.id}-carriers`}
            autoComplete="off"
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
          <datalist id={`${input.id}-carriers`}>
            {carriers.map((carrier) => (
              <option key={carrier} value={carrier} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}
