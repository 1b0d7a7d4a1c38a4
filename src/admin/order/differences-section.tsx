import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import type { AdminWalmartOrderDetail } from "../../types/http"
import { useWords } from "../words/use-words"
import { Section } from "../common/section"
import { DismissDifferencesDrawer } from "./dismiss-differences-drawer"

/** In what Medusa and Walmart disagree and what to do about it, and what somebody has let be. */
export function DifferencesSection({ order }: { order: AdminWalmartOrderDetail }) {
  const { t, at } = useWords()
  const [isOpen, setOpen] = useState(false)
  const { discrepancies: open, dismissed_discrepancies: dismissed } = order
  if (open.length + dismissed.length === 0) return null
  const dismiss = (
    <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
      {t("actions.dismiss")}
    </Button>
  )
  return (
    <Section title={t("differences.title")} action={open.length > 0 && dismiss}>
      <ul className="flex flex-col gap-y-3">
        {open.map(({ code, message, remedy }) => (
          <li key={`${code} ${message}`}>
            <Text size="small">{message}</Text>
            <Text size="small" className="text-ui-fg-subtle">
              {remedy}
            </Text>
          </li>
        ))}
        {dismissed.map(({ code, message, note, at: time }) => (
          <li key={`${code} ${message}`} className="text-ui-fg-muted">
            <Text size="small">{message}</Text>
            <Text size="xsmall">{t("differences.dismissedAt", { at: at(time), note })}</Text>
          </li>
        ))}
      </ul>
      {isOpen && <DismissDifferencesDrawer order={order} onClose={() => setOpen(false)} />}
    </Section>
  )
}
