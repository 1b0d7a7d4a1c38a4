import { CommandBar } from "@medusajs/ui"
import { Fragment } from "react"
import type { AdminWalmartOrder } from "../../../types/http"
import { useBulk } from "./use-bulk"
import { useOwnKeys } from "./use-own-keys"
import { usePaper } from "../paper/use-paper"
import { useWords } from "../../words/use-words"
import { refreshOrders, retryOrders } from "./bulk"

interface BulkBarProps {
  /** The chosen orders of all pages. */
  orders: AdminWalmartOrder[]
  /** Something stands in front of the table, so that a key pressed there is not meant for it. */
  isCovered: boolean
  /** Opens the list of numbers with a row for each of these. */
  ship: () => void
  clear: () => void
}

/** What can be done to the chosen orders; nothing is started twice. */
export function BulkBar({ orders, isCovered, ship, clear }: BulkBarProps) {
  const { t } = useWords()
  const retry = useBulk(retryOrders, "bulk.retried")
  const refresh = useBulk(refreshOrders, "bulk.refreshed")
  const paper = usePaper()
  const isBusy = retry.isPending || refresh.isPending || paper.isPending
  const start = (bulk: typeof retry) => () => {
    if (!isBusy) bulk.mutate(orders, { onSuccess: clear })
  }
  const free = (action: () => void) => () => {
    if (!isBusy) action()
  }
  const commands = [
    { label: t("bulk.ship"), shortcut: "l", action: free(ship) },
    { label: t("paper.print"), shortcut: "p", action: free(() => paper.mutate(orders)) },
    { label: t("bulk.retry"), shortcut: "r", action: start(retry) },
    { label: t("bulk.refresh"), shortcut: "f", action: start(refresh) },
    { label: t("bulk.clear"), shortcut: "c", action: free(clear) },
  ]
  const isOpen = orders.length > 0 && !isCovered
  useOwnKeys(
    isOpen,
    commands.map(({ shortcut }) => shortcut)
  )
  const words = t(isBusy ? "bulk.running" : "bulk.selected", { count: orders.length })
  return (
    <CommandBar open={isOpen}>
      <CommandBar.Bar ref={(bar) => nameDialog(bar, words)}>
        <CommandBar.Value role="status">{words}</CommandBar.Value>
        {commands.map((command) => (
          <Fragment key={command.shortcut}>
            <CommandBar.Seperator />
            <CommandBar.Command {...command} disabled={isBusy} aria-disabled={isBusy} />
          </Fragment>
        ))}
      </CommandBar.Bar>
    </CommandBar>
  )
}

/** The UI kit puts the bar into a dialog that it gives no name. */
function nameDialog(bar: HTMLElement | null, name: string): void {
  bar?.closest("[role=dialog]")?.setAttribute("aria-label", name)
}
