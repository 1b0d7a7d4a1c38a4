import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import type { AdminWalmartOrderDetail } from "../../types/http"
import { useWords } from "../words/use-words"
import { Section } from "../common/section"
import { DismissDifferencesDrawer } from "./dismiss-differences-drawer"

/** In what Medusa and Walmart disagree and what to do about it, and what someone has let be. */
export function DifferencesSection({ order }: { order: AdminWalmartOrderDetail }) {
  const { t, at, spoken } = useWords()
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
        {open.map((one) => (
          <li key={`${one.code} ${one.message}`}>
            <Text size="small">{spoken(one).message}</Text>
            <Text size="small" className="text-ui-fg-subtle">
              {spoken(one).remedy}
            </Text>
          </li>
        ))}
        {dismissed.map((one) => (
          <li key={`${one.code} ${one.message}`} className="text-ui-fg-muted">
            <Text size="small">{spoken(one).message}</Text>
            <Text size="xsmall">
              {t("differences.dismissedAt", { at: at(one.at), note: one.note })}
            </Text>
          </li>
        ))}
      </ul>
      {isOpen && <DismissDifferencesDrawer order={order} onClose={() => setOpen(false)} />}
    </Section>
  )
}
