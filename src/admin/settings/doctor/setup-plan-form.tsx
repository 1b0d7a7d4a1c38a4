import { Alert, Button, Checkbox, Label, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import type {
  AdminWalmartSetupPlan,
  AdminWalmartSetupResponse,
  AdminWalmartSetupStep,
} from "../../../types/http"
import { useWords } from "../../words/use-words"
import { SetupAnswers } from "./setup-answers"
import { type Answered, answeredSteps, NOTHING_ANSWERED } from "./setup-choice"
import { useSetUp } from "./use-setup"

/** What an account lacks, to be chosen from, and what was done. */
export function SetupPlanForm({ plan }: { plan: AdminWalmartSetupPlan }) {
  const { t, problem } = useWords()
  const setUp = useSetUp()
  const [left, setLeft] = useState<string[]>([])
  const [answered, setAnswered] = useState<Answered>(NOTHING_ANSWERED)
  const steps = plan.steps.map(({ key }) => key).filter((key) => !left.includes(key))
  const agreed = [...steps, ...answeredSteps(answered)]
  const make = () => {
    setUp.mutate({ account_id: plan.account_id, steps: agreed, ...answered })
    setAnswered(NOTHING_ANSWERED)
  }
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Text size="small" weight="plus">
        {t("account.title", { account: plan.account_id })}
      </Text>
      {setUp.error && <Alert variant="error">{problem(setUp.error)}</Alert>}
      {setUp.data && <Outcome outcome={setUp.data} />}
      {plan.steps.length === 0 && plan.questions.length === 0 && (
        <Text size="small">{t("setup.nothing")}</Text>
      )}
      {plan.steps.map((step) => (
        <Step
          key={step.key}
          step={step}
          isAgreed={!left.includes(step.key)}
          change={(is) =>
            setLeft(is ? left.filter((one) => one !== step.key) : [...left, step.key])
          }
        />
      ))}
      <SetupAnswers questions={plan.questions} answered={answered} change={setAnswered} />
      {(plan.steps.length > 0 || plan.questions.length > 0) && (
        <Button
          size="small"
          className="self-start"
          disabled={agreed.length === 0}
          isLoading={setUp.isPending}
          onClick={make}
        >
          {t("setup.make")}
        </Button>
      )}
    </div>
  )
}

function Outcome({ outcome: { done, problem } }: { outcome: AdminWalmartSetupResponse }) {
  const { t, said } = useWords()
  return (
    <>
      {problem !== null && <Alert variant="error">{problem}</Alert>}
      {done.length > 0 && (
        <Alert variant="success">
          <span className="flex flex-col">
            <span>{t("setup.done")}</span>
            {done.map(({ key, text, words }) => (
              <span key={key}>{said(text, words)}</span>
            ))}
          </span>
        </Alert>
      )}
    </>
  )
}

interface StepProps {
  step: AdminWalmartSetupStep
  isAgreed: boolean
  change: (isAgreed: boolean) => void
}

function Step({ step, isAgreed, change }: StepProps) {
  const { said } = useWords()
  const id = useId()
  return (
    <div className="flex items-center gap-x-2">
      <Checkbox id={id} checked={isAgreed} onCheckedChange={(is) => change(is === true)} />
      <Label htmlFor={id} size="small" weight="regular">
        {said(step.text, step.words)}
      </Label>
    </div>
  )
}
