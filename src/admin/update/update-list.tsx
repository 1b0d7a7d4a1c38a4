import { Text } from "@medusajs/ui"
import type { AdminWalmartOrderDetail } from "../../types/http"
import { useWords } from "../words/use-words"
import { numbered, worstFirst } from "./numbered"
import { Section } from "../common/section"
import { UpdateItem } from "./update-item"

/** Every update of an order, the ones that need somebody first. */
export function UpdateList({ order }: { order: AdminWalmartOrderDetail }) {
  const { t } = useWords()
  return (
    <Section title={t("order.updates")}>
      {order.updates.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("order.noUpdates")}
        </Text>
      )}
      <ul className="flex flex-col gap-y-2" aria-live="polite">
        {worstFirst(numbered(order.updates)).map(({ update, number }) => (
          <UpdateItem key={update.id} order={order} update={update} number={number} />
        ))}
      </ul>
      <NextTry order={order} />
    </Section>
  )
}

/** Why something waits, and until when. */
function NextTry({ order }: { order: AdminWalmartOrderDetail }) {
  const { t, at, spoken } = useWords()
  const { queue, next_try_at } = order
  if (!queue?.last_error || queue.sending || !next_try_at) return null
  const { message: error } = spoken({ message: queue.last_error, words: queue.last_error_words })
  return (
    <Text size="small" className="text-ui-fg-subtle">
      {t("order.nextTry", { at: at(next_try_at), error })}
      {queue.in_doubt && ` ${t("order.inDoubt")}`}
    </Text>
  )
}
