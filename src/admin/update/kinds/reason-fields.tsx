import { ReasonList } from "../../common/reason-list"
import type { CorrectionProps } from "./kind-props"

/** The reason of a cancellation or a refund. */
export function ReasonFields({ update, form, onChange }: CorrectionProps) {
  return (
    <ReasonList
      reasons={update.offered_reasons}
      value={form.reason}
      onChange={(reason) => onChange({ ...form, reason })}
    />
  )
}
