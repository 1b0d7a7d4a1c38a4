import { Input } from "@medusajs/ui"
import { Field } from "./field"

interface TextFieldProps {
  label: string
  value: string
  hint?: string
  error?: string
  /** Has the focus when it appears. */
  autoFocus?: boolean
  onChange: (value: string) => void
}

/** A labeled line of text. */
export function TextField({ label, value, hint, error, autoFocus, onChange }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(input) => (
        <Input
          {...input}
          size="small"
          autoFocus={autoFocus}
          autoComplete="off"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}
