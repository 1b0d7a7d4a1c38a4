import { Alert, Button, StatusBadge } from "@medusajs/ui"
import { useId, useState } from "react"
import type { AdminWalmartAccountStatus } from "../../../types/http"
import { LoadError } from "../../common/load-error"
import { Loading } from "../../common/loading"
import { StaleNotice } from "../../common/stale-notice"
import { useNow } from "../../words/use-now"
import { useWords } from "../../words/use-words"
import { HealthDetails } from "./health-details"
import { healthOf } from "./health-of"
import { useStatus } from "./use-status"

interface HealthRowProps {
  accountId: string
  /** What last went wrong with sending or fetching; null when nothing did. */
  problem: string | null
}

/** How an account is doing in one sentence, what went wrong, and the figures for whoever asks. */
export function HealthRow({ accountId, problem }: HealthRowProps) {
  const query = useStatus()
  const { data, error, refetch } = query
  const status = data?.accounts.find(({ id }) => id === accountId)
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <StaleNotice query={query} />
      {problem && <Alert variant="error">{problem}</Alert>}
      {status ? (
        <Sentence status={status} hasProblem={problem !== null} />
      ) : error ? (
        <LoadError error={error} retry={() => void refetch()} />
      ) : (
        !data && <Loading rows={1} />
      )}
    </div>
  )
}

interface SentenceProps {
  status: AdminWalmartAccountStatus
  hasProblem: boolean
}

function Sentence({ status, hasProblem }: SentenceProps) {
  const { t, span } = useWords()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const { color, key, count, seconds } = healthOf(status, useNow(), hasProblem)
  const values = { count, span: seconds === undefined ? "" : span(seconds * 1000) }
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <StatusBadge color={color}>{t(key, values)}</StatusBadge>
        <Button
          size="small"
          variant="transparent"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? "health.hideDetails" : "health.details")}
        </Button>
      </div>
      {isOpen && <HealthDetails id={id} status={status} />}
    </>
  )
}
