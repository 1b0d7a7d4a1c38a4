import { Alert } from "@medusajs/ui"
import { CarrierInput } from "../../common/combobox/carrier-input"
import { Live } from "../../common/live"
import { LoadError } from "../../common/load-error"
import { TextField } from "../../common/text-field"
import { useWords } from "../../words/use-words"
import { NumberFields } from "./number-fields"
import { ShipItems } from "./ship-items"
import { ShipQuestions } from "./ship-questions"
import type { useShipDrawer } from "./use-ship-drawer"

interface ShipFieldsProps {
  /** Of the Walmart order. */
  id: string
  drawer: ReturnType<typeof useShipDrawer>
}

/** The number first, then what has to be known before it leaves, its items, and the carrier for when the number does not tell it. */
export function ShipFields({ id, drawer }: ShipFieldsProps) {
  const { t } = useWords()
  const { form, change, check, faults, order } = drawer
  return (
    <>
      <NumberFields
        key={id}
        numbers={form.numbers}
        checks={check?.checks ?? []}
        faults={faults.numbers}
        isBusy={drawer.isBusy}
        onChange={(numbers) => change({ numbers })}
      />
      <Live isUrgent>
        {faults.others.length > 0 && <Alert variant="error">{faults.others.join(" ")}</Alert>}
      </Live>
      {check && (
        <ShipQuestions
          check={check}
          isConfirmed={form.shipsAnyway}
          onChange={(shipsAnyway) => change({ shipsAnyway })}
        />
      )}
      {order.error && !order.data ? (
        <LoadError error={order.error} retry={() => void order.refetch()} />
      ) : (
        <ShipItems
          choices={drawer.choices}
          isLoading={order.isLoading}
          form={form}
          onChange={change}
        />
      )}
      <CarrierInput
        value={form.carrier}
        carriers={drawer.carriers}
        onChange={(carrier) => change({ carrier })}
      />
      {form.carrier.trim() !== "" && (
        <TextField
          label={t("fields.trackingLink")}
          hint={t("fields.trackingLinkHint")}
          value={form.url}
          onChange={(url) => change({ url })}
        />
      )}
    </>
  )
}
