import { Button, Table, Text, usePrompt } from "@medusajs/ui"
import type { AdminWalmartStock } from "../../types/http"
import { StateBadge } from "../common/state-badge"
import type { Look } from "../data/looks"
import { useWords } from "../words/use-words"
import { STOCK_LOOKS } from "./looks"
import { usePush } from "./use-stock"
import { whyDifferent } from "./why"

/** What was sent is not what Medusa would send now, or not what Walmart has. */
const SENT_EARLIER: Look = { color: "grey", label: STOCK_LOOKS.sent.label }

function lookOf({ state, medusa_amount, walmart_amount }: AdminWalmartStock): Look {
  const isSame = medusa_amount === null || medusa_amount === walmart_amount
  return state === "sent" && !isSame ? SENT_EARLIER : STOCK_LOOKS[state]
}

/** One SKU at one ship node: both figures, why they differ, and the button that sends. */
export function StockRow({
  stock,
  hasAccounts,
}: {
  stock: AdminWalmartStock
  hasAccounts: boolean
}) {
  const { t, at } = useWords()
  const { sku, ship_node_id, account_id, walmart_amount, read_at, medusa_amount, available } = stock
  const node = ship_node_id ?? t("stock.defaultNode")
  return (
    <Table.Row>
      <Table.Cell className="py-2">
        <div className="flex flex-col">
          <Text size="small" weight="plus">
            {sku}
          </Text>
          <Text size="xsmall" className="text-ui-fg-subtle">
            {hasAccounts ? `${account_id} · ${node}` : node}
          </Text>
        </div>
      </Table.Cell>
      <Table.Cell>
        <StateBadge look={lookOf(stock)} />
      </Table.Cell>
      <Table.Cell>
        <Amount
          amount={medusa_amount}
          note={available === null ? null : t("stock.available", { count: available })}
        />
      </Table.Cell>
      <Table.Cell>
        <Amount amount={walmart_amount} note={read_at && t("stock.seen", { at: at(read_at) })} />
      </Table.Cell>
      <Table.Cell className="max-w-md whitespace-normal py-2">
        <Reasons stock={stock} />
      </Table.Cell>
      <Table.Cell className="text-right">
        <PushButton stock={stock} />
      </Table.Cell>
    </Table.Row>
  )
}

function Amount({ amount, note }: { amount: number | null; note: string | null }) {
  return (
    <div className="flex flex-col">
      <span>{amount ?? "–"}</span>
      {note && <span className="txt-compact-xsmall text-ui-fg-subtle text-nowrap">{note}</span>}
    </div>
  )
}

function Reasons({ stock }: { stock: AdminWalmartStock }) {
  const { t, spokenInOne } = useWords()
  const reasons = whyDifferent(stock).map(({ name, said, values }) =>
    name === null ? said && spokenInOne(said) : t(`stock.why.${name}`, values)
  )
  if (reasons.length === 0) return <span className="text-ui-fg-subtle">{t("stock.same")}</span>
  return <span className="txt-compact-small">{reasons.join(" ")}</span>
}

/** A figure that waits for a recount is sent only after a person has said that the items were counted. */
function PushButton({ stock }: { stock: AdminWalmartStock }) {
  const { t } = useWords()
  const prompt = usePrompt()
  const push = usePush()
  const { id, sku, state, medusa_amount } = stock
  const isHeld = state === "recount"
  const send = async () => {
    const amount = medusa_amount ?? 0
    const ask = () =>
      prompt({
        title: t("stock.countedTitle", { sku }),
        description: t("stock.countedSure", { sku, count: amount }),
        confirmText: t("stock.counted"),
        cancelText: t("actions.back"),
        variant: "confirmation",
      })
    if (!isHeld || (await ask())) push.mutate(id)
  }
  return (
    <Button
      size="small"
      variant="secondary"
      className="whitespace-nowrap"
      aria-label={t(isHeld ? "stock.countedOf" : "stock.pushOf", { sku })}
      isLoading={push.isPending}
      onClick={() => void send()}
    >
      {t(isHeld ? "stock.counted" : "stock.push")}
    </Button>
  )
}
