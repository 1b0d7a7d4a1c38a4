import { Alert } from "@medusajs/ui"
import { CarrierInput } from "../../common/combobox/carrier-input"
import { Live } from "../../common/live"
import { LoadError } from "../../common/load-error"
import { TextField } from "../../common/text-field"
import { useWords } from "../../words/use-words"
import { NumberFields } from "./number-fields"
import { isConfirmed } from "./ship"
import { ShipItems } from "./ship-items"
import { ShipQuestions } from "./ship-questions"
import type { useShipDrawer } from "./use-ship-drawer"

interface ShipFieldsProps {
  /** Of the Walmart order. */
  id: string
  drawer: ReturnType<typeof useShipDrawer>
}

/** The number first, and the carrier for when it does not tell it; then what has to be known before the parcel leaves, and its items. */
export function ShipFields({ id, drawer }: ShipFieldsProps) {
  const { said } = useWords()
  const { form, change, check, faults, order } = drawer
  const others = faults.others.map(({ text, words }) => said(text, words))
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
      <CarrierFields drawer={drawer} />
      <Live isUrgent>{others.length > 0 && <Alert variant="error">{others.join(" ")}</Alert>}</Live>
      {check && (
        <ShipQuestions
          check={check}
          isConfirmed={isConfirmed(check, form.confirmed)}
          onChange={(isOn) => change({ confirmed: isOn ? check : null })}
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
    </>
  )
}

/** The carrier, and the link that one needs whom Walmart does not list; what is wrong with either stands under it. */
function CarrierFields({ drawer }: Pick<ShipFieldsProps, "drawer">) {
  const { t, problems, spoken, spokenInOne } = useWords()
  const { form, change, faults, carriers } = drawer
  const isLinkMissing = faults.link.some(({ code }) => code === "tracking_url_missing")
  const linkFault = isLinkMissing
    ? t("carrier.linkNeeded", { carrier: form.carrier.trim() })
    : problems(faults.link)
  // On Medusa's own screens it is chosen elsewhere; here it is chosen in this field.
  const carrierFaults = faults.carrier.map((fault) =>
    fault.code === "carrier_unknown"
      ? `${spoken(fault).message} ${t("fields.carrierHint")}`
      : spokenInOne(fault)
  )
  return (
    <>
      <CarrierInput
        value={form.carrier}
        carriers={carriers}
        error={carrierFaults.join(" ") || undefined}
        onChange={(carrier) => change({ carrier })}
      />
      {(form.carrier.trim() !== "" || form.url !== "" || linkFault) && (
        <TextField
          label={t("fields.trackingLink")}
          hint={t("fields.trackingLinkHint")}
          error={linkFault}
          value={form.url}
          onChange={(url) => change({ url })}
        />
      )}
    </>
  )
}
