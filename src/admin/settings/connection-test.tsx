import { Alert, Badge, Button, Text } from "@medusajs/ui"
import type { AdminWalmartScope, AdminWalmartTestResponse } from "../../types/http"
import { Live } from "../common/live"
import { Section } from "../common/section"
import { Attention } from "../update/kinds/attention"
import { useWords } from "../words/use-words"
import type { useConnectionTest } from "./use-account-actions"

interface ConnectionTestProps {
  test: ReturnType<typeof useConnectionTest>
  /** What the card says of the account's trouble already; null when there is none. */
  known: string | null
}

/** Proves the key, and names what it may not do before the first failure does. */
export function ConnectionTest({ test, known }: ConnectionTestProps) {
  const { t, problem } = useWords()
  return (
    <Section
      title={t("test.title")}
      action={
        <Button
          size="small"
          variant="secondary"
          isLoading={test.isPending}
          onClick={() => test.mutate(undefined)}
        >
          {t("test.run")}
        </Button>
      }
    >
      <Live className="flex flex-col gap-y-3">
        {test.error ? (
          <Alert variant="error">{problem(test.error)}</Alert>
        ) : (
          test.data && <Result result={test.data} known={known} />
        )}
      </Live>
    </Section>
  )
}

interface ResultProps {
  result: AdminWalmartTestResponse
  known: string | null
}

function Result({ result, known }: ResultProps) {
  const { t } = useWords()
  return (
    <>
      {result.ok && <Alert variant="success">{t("test.ok")}</Alert>}
      <Problem result={result} known={known} />
      <ul className="flex flex-wrap gap-2" aria-label={t("test.scopes")}>
        {result.scopes.map((scope) => (
          <li key={scope.name}>
            <Scope scope={scope} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** One box, whatever is wrong; what is above on the card already is not said again. */
function Problem({ result: { missing, problem }, known }: ResultProps) {
  const { t, spoken } = useWords()
  if (missing.length > 0)
    return <Alert variant="error">{t("test.missing", { names: missing.join(", ") })}</Alert>
  if (!problem) return null
  if (known?.includes(problem.message)) return <Text size="small">{spoken(problem).remedy}</Text>
  return <Attention attention={problem} />
}

function Scope({ scope }: { scope: AdminWalmartScope }) {
  const { t } = useWords()
  const { name, needed, ok } = scope
  const access = (code: string) => t(`test.access.${code}`, { defaultValue: code })
  const has = access(scope.has)
  return (
    <Badge size="small" color={ok ? (needed ? "green" : "grey") : "red"}>
      {ok
        ? t("test.scope", { name, has })
        : t("test.scopeMissing", { name, has, needed: access(needed ?? "") })}
    </Badge>
  )
}
