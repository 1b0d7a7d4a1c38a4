import { Hint, Label } from "@medusajs/ui"
import { type ReactNode, useId } from "react"

/** What a field's input gets to be tied to its label and hints. */
export interface FieldInput {
  id: string
  "aria-describedby"?: string
  "aria-invalid"?: boolean
}

interface FieldProps {
  label: string
  hint?: string
  error?: string
  children: (input: FieldInput) => ReactNode
}

/** A labeled input with its hint, or with what is wrong with it, which is read out when it appears. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const told = error ?? hint
  const input = {
    id,
    "aria-describedby": told ? `${id}-hint` : undefined,
    "aria-invalid": error ? true : undefined,
  }
  return (
    <div className="flex flex-col gap-y-2">
      <Label htmlFor={id} size="small" weight="plus">
        {label}
      </Label>
      {children(input)}
      <div aria-live="polite" className={told ? undefined : "absolute"}>
        {told && (
          <Hint id={`${id}-hint`} variant={error ? "error" : "info"}>
            {told}
          </Hint>
        )}
      </div>
    </div>
  )
}
