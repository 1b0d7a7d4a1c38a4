import { Alert, Button, Container, Heading, Text } from "@medusajs/ui"
import { Live } from "../../common/live"
import { useWords } from "../../words/use-words"
import { SetupPlanForm } from "./setup-plan-form"
import { useSetupPlans } from "./use-setup"

/** Makes what a new store lacks for Walmart's orders, once someone has agreed to it. */
export function SetupCard() {
  const { t, problem } = useWords()
  const { data, error, isFetching, refetch } = useSetupPlans()
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-2 px-6 py-4">
        <div className="flex flex-col gap-y-1">
          <Heading level="h2">{t("setup.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("setup.hint")}
          </Text>
        </div>
        <Button
          size="small"
          variant="secondary"
          className="shrink-0"
          isLoading={isFetching}
          onClick={() => void refetch()}
        >
          {t("setup.look")}
        </Button>
      </div>
      <Live className="flex flex-col divide-y">
        {error ? (
          <div className="px-6 py-4">
            <Alert variant="error">{problem(error)}</Alert>
          </div>
        ) : (
          data?.plans.map((plan) => <SetupPlanForm key={plan.account_id} plan={plan} />)
        )}
      </Live>
    </Container>
  )
}
