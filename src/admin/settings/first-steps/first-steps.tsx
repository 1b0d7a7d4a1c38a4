import { Container, Heading, StatusBadge, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { LINK } from "../../common/link-class"
import { LoadError } from "../../common/load-error"
import { Loading } from "../../common/loading"
import { Said } from "../../common/said"
import { useWords } from "../../words/use-words"
import { type FirstStep, firstSteps, type StepState } from "./steps"
import { ACCOUNT_SNIPPET } from "./account-snippet"
import { useFindings } from "./use-findings"

/** Leads an empty store to its first order: each step with its state, what is wrong, and where it is done. */
export function FirstSteps() {
  const { t } = useWords()
  const { data, error, refetch } = useFindings()
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-col gap-y-1 px-6 py-4">
        <Heading level="h2">{t("firstSteps.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("firstSteps.hint")}{" "}
          <Link to="/settings/walmart#setup" className={LINK}>
            {t("firstSteps.setup")}
          </Link>
        </Text>
      </div>
      {data ? (
        <ol className="divide-y">
          {firstSteps(data.findings).map((step, index) => (
            <li key={step.name}>
              <Step step={step} number={index + 1} />
            </li>
          ))}
        </ol>
      ) : error ? (
        <LoadError error={error} retry={() => void refetch()} />
      ) : (
        <Loading rows={5} />
      )}
    </Container>
  )
}

const COLORS: Record<StepState, "green" | "red" | "grey"> = {
  done: "green",
  wrong: "red",
  todo: "grey",
}

function Step({ step, number }: { step: FirstStep; number: number }) {
  const { t, spokenInOne } = useWords()
  const { name, state, said, to, needsConfig } = step
  return (
    <div className="flex flex-col items-start justify-between gap-x-4 gap-y-2 px-6 py-4 md:flex-row">
      <div className="flex w-full min-w-0 flex-1 flex-col gap-y-1">
        <Text size="small" weight="plus">
          {t("firstSteps.numbered", { number, step: t(`firstSteps.steps.${name}`) })}
        </Text>
        {said.map((one) => (
          <Text key={one.message} size="small" className="text-ui-fg-subtle break-words">
            <Said text={spokenInOne(one)} />
          </Text>
        ))}
        {needsConfig && (
          <pre
            tabIndex={0}
            aria-label={t("firstSteps.snippet")}
            className="bg-ui-bg-component txt-compact-xsmall mt-1 w-full overflow-x-auto rounded p-3 font-mono"
          >
            {ACCOUNT_SNIPPET}
          </pre>
        )}
      </div>
      <div className="flex items-center gap-x-3">
        <StatusBadge color={COLORS[state]}>{t(`firstSteps.states.${state}`)}</StatusBadge>
        {state !== "done" && (
          <Link
            to={to.startsWith("#") ? `/settings/walmart${to}` : to}
            className={`txt-compact-small ${LINK}`}
          >
            {t(`firstSteps.open.${name}`)}
          </Link>
        )}
      </div>
    </div>
  )
}
