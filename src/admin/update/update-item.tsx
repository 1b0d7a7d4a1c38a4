import { Text } from "@medusajs/ui"
import type { AdminWalmartOrderDetail, AdminWalmartOrderUpdate } from "../../types/http"
import { useWords } from "../words/use-words"
import { UPDATE_STATUS } from "../data/looks"
import { StateBadge } from "../common/state-badge"
import { Correctable } from "./correctable"
import { Attention } from "./kinds/attention"
import { UPDATE_KINDS } from "./kinds/kinds"
import { UpdateButtons } from "./update-buttons"

interface UpdateItemProps {
  order: AdminWalmartOrderDetail
  update: AdminWalmartOrderUpdate
  /** Its number among the order's updates of its kind. */
  number: number
}

/** One update with its own state and time; none hides another. */
export function UpdateItem({ order, update, number }: UpdateItemProps) {
  const { t, at, reason, said } = useWords()
  const { title: words, Content } = UPDATE_KINDS[update.kind]
  const title = t(words, { number })
  const time = update.finished_at ?? update.sent_at ?? update.happened_at
  return (
    <li className="shadow-borders-base bg-ui-bg-component flex flex-col gap-y-2 rounded-lg p-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="flex flex-col">
          <Text size="small" leading="compact" weight="plus">
            {title}
          </Text>
          <Text size="xsmall" className="text-ui-fg-subtle">
            <time dateTime={time}>{at(time)}</time>
          </Text>
        </div>
        <StateBadge look={UPDATE_STATUS[update.shown_status]} />
      </div>
      {Content && (
        <Content
          update={update}
          lines={order.lines}
          currency={order.currency_code}
          reasonLabel={update.reason ? reason(update.reason, update.offered_reasons) : null}
        />
      )}
      {update.correctable_until && <Correctable until={update.correctable_until} />}
      {update.attention && update.shown_status === "needs_attention" && (
        <Attention attention={update.attention} />
      )}
      {update.warnings.map(({ text, words }) => (
        <Text key={text} size="small" className="text-ui-tag-orange-text">
          {said(text, words)}
        </Text>
      ))}
      {update.note && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("update.note", { note: said(update.note, update.note_words) })}
        </Text>
      )}
      <UpdateButtons order={order} update={update} title={title} />
    </li>
  )
}
