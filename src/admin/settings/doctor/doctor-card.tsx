import { Alert, Button, Container, Heading, StatusBadge, Text } from "@medusajs/ui"
import type { AdminWalmartDoctorResponse, AdminWalmartFinding } from "../../../types/http"
import { Live } from "../../common/live"
import { Said } from "../../common/said"
import { useWords } from "../../words/use-words"
import { useDoctor } from "./use-doctor"

/** Checks everything that orders need, and says what is wrong with what to do. */
export function DoctorCard() {
  const { t, problem } = useWords()
  const doctor = useDoctor()
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-2 px-6 py-4">
        <div className="flex flex-col gap-y-1">
          <Heading level="h2">{t("doctor.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("doctor.hint")}
          </Text>
        </div>
        <Button
          size="small"
          variant="secondary"
          className="shrink-0"
          isLoading={doctor.isPending}
          onClick={() => doctor.mutate(undefined)}
        >
          {t("doctor.run")}
        </Button>
      </div>
      <Live className="flex flex-col divide-y">
        {doctor.error ? (
          <div className="px-6 py-4">
            <Alert variant="error">{problem(doctor.error)}</Alert>
          </div>
        ) : (
          doctor.data && <Findings response={doctor.data} />
        )}
      </Live>
    </Container>
  )
}

const COLORS = { ok: "green", warning: "orange", fault: "red", unknown: "grey" } as const

/** What is wrong comes first. */
const RANK = { fault: 0, warning: 1, unknown: 2, ok: 3 } as const

function Findings({ response: { ok, findings } }: { response: AdminWalmartDoctorResponse }) {
  const { t } = useWords()
  const sorted = [...findings].sort((a, b) => RANK[a.state] - RANK[b.state])
  return (
    <>
      <div className="px-6 py-4">
        <Alert variant={ok ? "success" : "error"}>{t(ok ? "doctor.ok" : "doctor.faults")}</Alert>
      </div>
      <ul className="flex flex-col divide-y" aria-label={t("doctor.findings")}>
        {sorted.map((finding) => (
          <li key={`${finding.account_id} ${finding.check} ${finding.message}`}>
            <Found finding={finding} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Found({ finding }: { finding: AdminWalmartFinding }) {
  const { t, spoken } = useWords()
  const { check, account_id: account, state } = finding
  const { message, remedy } = spoken(finding)
  return (
    <div className="grid grid-cols-1 gap-x-4 gap-y-1 px-6 py-3 md:grid-cols-[12rem_1fr]">
      <div className="flex flex-col items-start gap-y-1">
        <StatusBadge color={COLORS[state]}>{t(`doctor.states.${state}`)}</StatusBadge>
        <Text size="small" weight="plus">
          {t(`doctor.checks.${check}`)}
        </Text>
        {account !== null && (
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("account.title", { account })}
          </Text>
        )}
      </div>
      <div className="flex flex-col gap-y-1 break-words">
        <Text size="small">
          <Said text={message} />
        </Text>
        {remedy !== "" && (
          <Text size="small" className="text-ui-fg-subtle">
            <Said text={remedy} />
          </Text>
        )}
      </div>
    </div>
  )
}
