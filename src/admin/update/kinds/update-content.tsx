import { clx, Text } from "@medusajs/ui"
import type { AdminWalmartOrderLine, AdminWalmartPackage } from "../../../types/http"
import { useWords } from "../../words/use-words"
import { LINK } from "../../common/link-class"
import type { ContentProps } from "./kind-props"

/** The parcels of a shipment. */
export function Parcels({ update, lines }: ContentProps) {
  return update.packages.map((parcel, index) => (
    <Parcel key={index} parcel={parcel} lines={lines} />
  ))
}

/** Why units are canceled, and which. */
export function ReasonAndUnits({ update, lines, reasonLabel }: ContentProps) {
  const { t, units } = useWords()
  return (
    <Text size="small" className="text-ui-fg-subtle">
      {reasonLabel ?? t("update.noReason")} · {units(update.lines, lines)}
    </Text>
  )
}

/** Why money is given back, and how much of what. */
export function ReasonAndAmounts({ update, currency, reasonLabel }: ContentProps) {
  const { t, money } = useWords()
  const parts = update.refunds.map(({ line_number: line, type, amount }) =>
    t(type === "SHIPPING" ? "update.refundedShipping" : "update.refundedPrice", {
      line,
      amount: money(amount, currency),
    })
  )
  return (
    <Text size="small" className="text-ui-fg-subtle">
      {[reasonLabel ?? t("update.noReason"), ...parts].join(" · ")}
    </Text>
  )
}

interface ParcelProps {
  parcel: AdminWalmartPackage
  lines: AdminWalmartOrderLine[]
}

function Parcel({ parcel, lines }: ParcelProps) {
  const { t, units } = useWords()
  const { tracking_page: url, tracking_number: number } = parcel
  return (
    <Text size="small" className="text-ui-fg-subtle break-words">
      {parcel.carrier || t("update.noCarrier")} ·{" "}
      {isWebAddress(url) ? (
        <a href={url} target="_blank" rel="noreferrer" className={clx(LINK, "break-all")}>
          {number}
        </a>
      ) : (
        <span className="break-all">{number || t("update.noTracking")}</span>
      )}{" "}
      · {units(parcel.lines, lines)}
    </Text>
  )
}

/** A link that came in with an update may be anything; only web addresses are followed. */
function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//i.test(url)
}
