import { Button, Input } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import type { AdminWalmartLabelCheck, WalmartProblem } from "../../../types/http"
import { Field } from "../../common/field"
import { useWords } from "../../words/use-words"

interface NumberFieldsProps {
  numbers: string[]
  /** What would be sent for those that are filled in, in their order. */
  checks: AdminWalmartLabelCheck[]
  /** What is wrong with each of these. */
  faults: WalmartProblem[][]
  isBusy: boolean
  onChange: (numbers: string[]) => void
}

/** The numbers of a parcel's boxes, mostly one. The last field has the focus, so that a scanner types into it. */
export function NumberFields({ numbers, checks, faults, isBusy, onChange }: NumberFieldsProps) {
  const words = useWords()
  const { t } = words
  const last = useRef<HTMLInputElement>(null)
  const count = numbers.length
  useEffect(() => last.current?.focus(), [count])
  const places = placesOf(numbers)
  return (
    <div className="flex flex-col gap-y-3">
      {numbers.map((number, index) => {
        const place = places[index]
        const check = checks[place]
        const fault = check ? words.problems(faults[place] ?? []) : undefined
        const label = t(count > 1 ? "ship.numberOf" : "fields.trackingNumber", { box: index + 1 })
        return (
          <Field key={index} label={label} error={fault} hint={hintOf(check, words)}>
            {(input) => (
              <Input
                {...input}
                ref={index === count - 1 ? last : undefined}
                readOnly={isBusy}
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                value={number}
                onChange={({ target }) => onChange(replaced(numbers, index, target.value))}
              />
            )}
          </Field>
        )
      })}
      <Button
        type="button"
        size="small"
        variant="transparent"
        className="self-start"
        onClick={() => onChange([...numbers, ""])}
      >
        {t("ship.addBox")}
      </Button>
    </div>
  )
}

/** Empty fields are not asked about. */
function placesOf(numbers: string[]): number[] {
  let filled = 0
  return numbers.map((number) => (number.trim() === "" ? -1 : filled++))
}

function hintOf(check: AdminWalmartLabelCheck | undefined, words: ReturnType<typeof useWords>) {
  const { t, spoken } = words
  if (!check) return t("ship.numberHint")
  const warnings = check.warnings.map((warning) => spoken(warning).message)
  const carrier = check.carrier
    ? t("ship.carrier", { carrier: check.carrier })
    : t("ship.noCarrier")
  return [carrier, ...warnings].join(" ")
}

function replaced(numbers: string[], index: number, number: string): string[] {
  return numbers.map((one, place) => (place === index ? number : one))
}
