import { Text } from "@medusajs/ui"
import type { AdminWalmartOrderDetail, WalmartText } from "../../types/http"
import { ImportSection } from "./import/import-section"
import { useNow } from "../words/use-now"
import { useWords } from "../words/use-words"
import { AccountBanner } from "../common/accounts/account-banner"
import { alertsOf, isConcerned } from "./alerts/alerts"
import { Section } from "../common/section"
import { UpdateList } from "../update/update-list"
import { CancelSection } from "./cancellation/cancel-section"
import { CarrierSection } from "./carrier/carrier-section"
import { DifferencesSection } from "./differences-section"
import { NoteSection } from "./note/note-section"
import { OrderAlerts } from "./alerts/order-alerts"
import { OrderFacts } from "./order-facts"
import { ReturnsSection } from "./returns-section"
import { OrderLines } from "./order-lines"
import { RefundSection } from "./refund/refund-section"

interface OrderPanelProps {
  order: AdminWalmartOrderDetail
  /** Urgent banners stand somewhere else on the page already. */
  hidesUrgent?: boolean
}

/** The line under the header is the first section's, and banners bring their own. */
const BETWEEN_SECTIONS = "[&>section~*]:border-t"

/** Everything about one Walmart order, what can be done first, as the widget and the Orders page show it. */
export function OrderPanel({ order, hidesUrgent = false }: OrderPanelProps) {
  const { t, zone } = useWords()
  const { urgent, others } = alertsOf(order, useNow())
  const alerts = hidesUrgent ? others : [...urgent, ...others]
  return (
    <div className={BETWEEN_SECTIONS}>
      <div>
        {!hidesUrgent && (
          <AccountBanner
            accounts={isConcerned(order) ? [order.account] : []}
            className="border-b px-6 py-4"
          />
        )}
        <OrderAlerts alerts={alerts} order={order} className="border-b px-6 py-4" />
        <ImportSection order={order} />
      </div>
      <DifferencesSection order={order} />
      <CarrierSection order={order} />
      <CancelSection order={order} />
      <RefundSection order={order} />
      <UpdateList order={order} />
      <OrderLines lines={order.lines} />
      <ReturnsSection returns={order.returns} />
      <NoteSection order={order} />
      <OrderFacts order={order} />
      <ImportNotes notes={order.import_notes ?? []} />
      <Text size="xsmall" className="text-ui-fg-subtle px-6 py-4">
        {t("order.notHandled")} {t("time.zone", { zone: zone() })}
      </Text>
    </div>
  )
}

/** What the import had to say about the order, although it went through. */
function ImportNotes({ notes }: { notes: WalmartText[] }) {
  const { t, said } = useWords()
  if (notes.length === 0) return null
  return (
    <Section title={t("order.importNotes")}>
      <ul className="flex flex-col gap-y-1">
        {notes.map(({ text, words }) => (
          <li key={text} className="txt-small text-ui-fg-subtle">
            {said(text, words)}
          </li>
        ))}
      </ul>
    </Section>
  )
}
