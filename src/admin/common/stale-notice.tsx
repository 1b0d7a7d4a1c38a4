import { Alert, Button } from "@medusajs/ui"
import { useWords } from "../words/use-words"
import { Live } from "./live"

interface StaleNoticeProps {
  /** What was asked, with what is shown of it. */
  query: { data: unknown; error: unknown; dataUpdatedAt: number; refetch: () => Promise<unknown> }
  className?: string
}

/** Says that what is shown is old, and since when; the screen keeps asking. */
export function StaleNotice({ query, className }: StaleNoticeProps) {
  const { t, at, problem } = useWords()
  const { data, error, dataUpdatedAt, refetch } = query
  const isOld = Boolean(error) && data !== undefined
  return (
    <Live className={className}>
      {isOld && (
        <Alert variant="warning">
          <span className="flex flex-wrap items-center justify-between gap-2">
            {t("states.old", {
              at: at(new Date(dataUpdatedAt).toISOString()),
              problem: problem(error),
            })}
            <Button size="small" variant="secondary" onClick={() => void refetch()}>
              {t("actions.tryAgain")}
            </Button>
          </span>
        </Alert>
      )}
    </Live>
  )
}
