import { Checkbox, Label, Select } from "@medusajs/ui"
import { useId } from "react"
import type { AdminWalmartUpdate } from "../../../types/http"
import { useWords } from "../../words/use-words"
import { type PackageFault, withPackage } from "./correction"
import { CarrierInput } from "../../common/combobox/carrier-input"
import { Field } from "../../common/field"
import { TextField } from "../../common/text-field"
import type { CorrectionProps } from "./kind-props"

/** Carrier, number and link of one package of a shipment. */
export function PackageFields({ order, opened, form, fault, onChange }: CorrectionProps) {
  const { t, problem } = useWords()
  const errorOf = (field: PackageFault["field"]) =>
    fault?.field === field ? problem(fault.error) : undefined
  const parcel = form.packages[form.packageIndex]
  return (
    <>
      {form.packages.length > 1 && (
        <PackageChoice update={opened} form={form} onChange={onChange} />
      )}
      {parcel && (
        <>
          <TextField
            label={t("fields.trackingNumber")}
            value={parcel.trackingNumber}
            error={errorOf("trackingNumber")}
            onChange={(trackingNumber) => onChange(withPackage(form, { trackingNumber }))}
          />
          <CarrierInput
            value={parcel.carrier}
            carriers={order.carriers}
            error={errorOf("carrier")}
            onChange={(carrier) => onChange(withPackage(form, { carrier }))}
          />
          <TextField
            label={t("fields.trackingLink")}
            hint={t("fields.trackingLinkHint")}
            value={parcel.trackingUrl}
            error={errorOf("trackingUrl")}
            onChange={(trackingUrl) => onChange(withPackage(form, { trackingUrl }))}
          />
        </>
      )}
      {order.customer_asked_to_cancel && <ShipAnyway form={form} onChange={onChange} />}
    </>
  )
}

type ChoiceProps = Pick<CorrectionProps, "form" | "onChange">

function PackageChoice({ update, form, onChange }: ChoiceProps & { update: AdminWalmartUpdate }) {
  const { t } = useWords()
  return (
    <Field label={t("fields.package")}>
      {(input) => (
        <Select
          size="small"
          value={String(form.packageIndex)}
          onValueChange={(index) => onChange({ ...form, packageIndex: Number(index) })}
        >
          <Select.Trigger {...input}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {update.packages.map((parcel, index) => (
              <Select.Item key={index} value={String(index)}>
                {t("update.package", { number: index + 1, tracking: parcel.tracking_number })}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      )}
    </Field>
  )
}

function ShipAnyway({ form, onChange }: ChoiceProps) {
  const { t } = useWords()
  const id = useId()
  return (
    <div className="flex items-start gap-x-2">
      <Checkbox
        id={id}
        checked={form.shipAnyway}
        onCheckedChange={(checked) => onChange({ ...form, shipAnyway: checked === true })}
      />
      <Label htmlFor={id} size="small">
        {t("fields.shipAnyway")}
      </Label>
    </div>
  )
}
