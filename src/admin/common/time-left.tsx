import { clx, Tooltip } from "@medusajs/ui"
import { useNow } from "../words/use-now"
import { useWords } from "../words/use-words"
import { type Urgency, urgencyOf } from "../words/time"

const COLORS: Record<Urgency, string> = {
  overdue: "text-ui-tag-red-text",
  soon: "text-ui-tag-orange-text",
  later: "text-ui-fg-subtle",
}

interface TimeLeftProps {
  at: string
  /** Nothing has to be done any more, so nothing is urgent. */
  isOver?: boolean
  /** On that date Walmart cancels, which nobody can be late for. */
  isCancelDate?: boolean
}

/** A deadline with what is left until it. The time zone is the reader's and is named in the tip. */
export function TimeLeft({ at, isOver = false, isCancelDate = false }: TimeLeftProps) {
  const { t, span, at: written, zone } = useWords()
  const now = useNow()
  const left = Date.parse(at) - now
  const past = isCancelDate ? "time.pastCancelDate" : "time.overdue"
  const words = t(left < 0 ? past : "time.left", { span: span(left) })
  return (
    <span className="flex flex-col">
      <Tooltip content={t("time.zone", { zone: zone(new Date(at)) })}>
        <time dateTime={at}>{written(at)}</time>
      </Tooltip>
      {!isOver && (
        <span className={clx("txt-compact-xsmall", COLORS[urgencyOf(left)])}>{words}</span>
      )}
    </span>
  )
}
