import { Input } from "@medusajs/ui"
import { Field } from "../../common/field"

interface SecretFieldProps {
  label: string
  hint: string
  value: string
  onChange: (value: string) => void
}

/** A labeled line for something secret, which is not shown while it is typed. */
export function SecretField({ label, hint, value, onChange }: SecretFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(input) => (
        <Input
          {...input}
          size="small"
          type="password"
          autoComplete="new-password"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}
