import { Text } from "@medusajs/ui"
import type { AdminWalmartReturn, WalmartAttention } from "../../types/http"
import { reasonInWords } from "../../walmart/returns/reason-in-words"
import { StateBadge } from "../common/state-badge"
import { TimeLeft } from "../common/time-left"
import { useWords } from "../words/use-words"
import { RETURN_STATE } from "./looks"

interface ReturnProps {
  one: AdminWalmartReturn
}

/** How a return stands, and why it waits. */
export function ReturnStateCell({ one }: ReturnProps) {
  const { t } = useWords()
  const note = one.no_return ? t(`returns.noReturn.${one.no_return}`) : null
  return (
    <div className="flex flex-col items-start gap-y-1 whitespace-normal py-2">
      <StateBadge look={RETURN_STATE[one.state]} />
      {one.is_replacement && <Small>{t("returns.replacement")}</Small>}
      {note && <Small>{note}</Small>}
      {one.attention && <Waits attention={one.attention} />}
    </div>
  )
}

/** Why a return waits for a person, and what to do. */
function Waits({ attention }: { attention: WalmartAttention }) {
  const { message, remedy } = useWords().spoken(attention)
  return (
    <div className="w-80">
      <Text size="xsmall" className="text-ui-fg-error">
        {message}
      </Text>
      {remedy && <Text size="xsmall">{remedy}</Text>}
    </div>
  )
}

/** What comes back, line by line. */
export function ReturnItems({ one }: ReturnProps) {
  const { t } = useWords()
  return (
    <ul className="flex flex-col gap-y-1 py-2">
      {one.lines.map((line) => (
        <li key={line.return_line_number} className="flex flex-col">
          <span>
            {line.quantity} × {line.sku}
          </span>
          <Small>
            {[
              reasonInWords(line.reason),
              line.keep_it && t("returns.kept"),
              line.received > 0 && t("returns.received", { count: line.received }),
              line.refunded > 0 && t("returns.refunded", { count: line.refunded }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </Small>
        </li>
      ))}
    </ul>
  )
}

/** Until when it is to be refunded; else until when it may be sent back. */
export function ReturnDeadline({ one }: ReturnProps) {
  const { t } = useWords()
  const isOver = one.state === "refunded" || one.state === "canceled"
  const [label, at] = one.refund_by
    ? [t("returns.refundBy"), one.refund_by]
    : [t("returns.returnBy"), one.return_by]
  if (isOver || !at) return "–"
  return (
    <div className="flex flex-col py-2">
      <Small>{label}</Small>
      <TimeLeft at={at} />
    </div>
  )
}

/** What Walmart has refunded, and by whose hand. */
export function ReturnMoney({ one }: ReturnProps) {
  const { t, money } = useWords()
  if (one.refunded_amount === 0) return "–"
  return (
    <div className="flex flex-col py-2">
      <span>{money(one.refunded_amount, one.currency_code)}</span>
      {one.refunded_by_walmart && <Small>{t("returns.byWalmart")}</Small>}
    </div>
  )
}

/** Carrier and tracking number, and how far the parcel has come. */
export function ReturnParcel({ one }: ReturnProps) {
  const { t, at } = useWords()
  if (!one.tracking_number) return "–"
  const step = one.delivered_at
    ? t("returns.deliveredAt", { at: at(one.delivered_at) })
    : one.scanned_at
      ? t("returns.scannedAt", { at: at(one.scanned_at) })
      : t("returns.notScanned")
  return (
    <div className="flex flex-col py-2">
      <span>
        {one.carrier} {one.tracking_number}
      </span>
      <Small>{step}</Small>
    </div>
  )
}

function Small({ children }: { children: React.ReactNode }) {
  return <span className="txt-compact-xsmall text-ui-fg-subtle">{children}</span>
}
