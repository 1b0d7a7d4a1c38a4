import { Input, Label, RadioGroup, Text } from "@medusajs/ui"
import { useId } from "react"
import type { AdminWalmartShipmentChoice, AdminWalmartShipmentItem } from "../../../types/http"
import { Loading } from "../../common/loading"
import { Thumbnail } from "../../common/thumbnail"
import { useWords } from "../../words/use-words"
import type { ShipForm } from "./ship-form"
import { sumOfUnits } from "../../../walmart/common/units"

interface ShipItemsProps {
  choices: AdminWalmartShipmentChoice[]
  isLoading: boolean
  form: ShipForm
  onChange: (next: Partial<ShipForm>) => void
}

/** What is in the parcel; of several parcels that can leave, which one it is. */
export function ShipItems({ choices, isLoading, form, onChange }: ShipItemsProps) {
  const { t } = useWords()
  if (isLoading && choices.length === 0) return <Loading rows={2} />
  const chosen = choices[form.choice]
  return (
    <div className="flex flex-col gap-y-3">
      {choices.length > 1 && (
        <RadioGroup
          aria-label={t("ship.which")}
          value={String(form.choice)}
          onValueChange={(value) => onChange({ choice: Number(value), units: {} })}
        >
          {choices.map((choice, index) => (
            <Choice key={choice.fulfillment_id ?? "new"} choice={choice} value={String(index)} />
          ))}
        </RadioGroup>
      )}
      <ul className="flex flex-col gap-y-3">
        {chosen?.items.map((item) => (
          <Item
            key={item.line_number}
            item={item}
            isPacked={chosen.fulfillment_id !== null}
            quantity={form.units[item.line_number] ?? item.quantity}
            onChange={(quantity) =>
              onChange({ units: { ...form.units, [item.line_number]: quantity } })
            }
          />
        ))}
      </ul>
    </div>
  )
}

function Choice({ choice, value }: { choice: AdminWalmartShipmentChoice; value: string }) {
  const { t } = useWords()
  const id = useId()
  const count = sumOfUnits(choice.items)
  return (
    <div className="flex items-center gap-x-2">
      <RadioGroup.Item id={id} value={value} />
      <Label htmlFor={id} size="small">
        {t(choice.fulfillment_id ? "ship.packed" : "ship.unpacked", { count })}
      </Label>
    </div>
  )
}

interface ItemProps {
  item: AdminWalmartShipmentItem
  /** Its units are those of a fulfillment, which cannot be changed here. */
  isPacked: boolean
  quantity: number
  onChange: (quantity: number) => void
}

function Item({ item, isPacked, quantity, onChange }: ItemProps) {
  const { t } = useWords()
  const { sku, product_name: name, thumbnail, quantity: most } = item
  return (
    <li className="flex items-center gap-x-3">
      <Thumbnail src={thumbnail} />
      <div className="min-w-0 flex-1">
        <Text size="small" leading="compact" weight="plus" className="line-clamp-2">
          {name}
        </Text>
        <Text size="small" leading="compact" className="text-ui-fg-subtle">
          {sku}
        </Text>
      </div>
      {isPacked || most === 1 ? (
        <Text size="small" weight="plus">
          {t("ship.units", { count: quantity })}
        </Text>
      ) : (
        <div className="flex items-center gap-x-2">
          <Input
            type="number"
            size="small"
            className="w-16"
            min={0}
            max={most}
            aria-label={t("ship.unitsOf", { name })}
            value={quantity}
            onChange={({ target }) => onChange(within(target.valueAsNumber, most))}
          />
          <Text size="small" className="text-ui-fg-subtle text-nowrap">
            {t("ship.ofUnits", { count: most })}
          </Text>
        </div>
      )}
    </li>
  )
}

function within(quantity: number, most: number): number {
  return Number.isNaN(quantity) ? 0 : Math.min(Math.max(Math.trunc(quantity), 0), most)
}
