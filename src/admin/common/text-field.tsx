import { Input } from "@medusajs/ui"
import { Field } from "./field"

interface TextFieldProps {
  label: string
  value: string
  hint?: string
  error?: string
  onChange: (value: string) => void
}

/** A labeled line of text. */
export function TextField({ label, value, hint, error, onChange }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(input) => (
        <Input
          {...input}
          size="small"
          autoComplete="off"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}
