import { Alert, Badge, Button } from "@medusajs/ui"
import type { AdminWalmartScope, AdminWalmartTestResponse } from "../../types/http"
import { useConnectionTest } from "./use-account-actions"
import { useWords } from "../words/use-words"
import { Live } from "../common/live"
import { Section } from "../common/section"
import { Attention } from "../update/kinds/attention"

/** Proves the key, and names what it may not do before the first failure does. */
export function ConnectionTest({ accountId }: { accountId: string }) {
  const { t, problem } = useWords()
  const test = useConnectionTest(accountId)
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
          test.data && <Result result={test.data} />
        )}
      </Live>
    </Section>
  )
}

function Result({ result }: { result: AdminWalmartTestResponse }) {
  const { t } = useWords()
  return (
    <>
      {result.ok && <Alert variant="success">{t("test.ok")}</Alert>}
      {result.problem && <Attention attention={result.problem} />}
      {result.missing.length > 0 && (
        <Alert variant="error">{t("test.missing", { names: result.missing.join(", ") })}</Alert>
      )}
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

function Scope({ scope }: { scope: AdminWalmartScope }) {
  const { t } = useWords()
  const { name, has, needed, ok } = scope
  return (
    <Badge size="small" color={ok ? (needed ? "green" : "grey") : "red"}>
      {ok ? t("test.scope", { name, has }) : t("test.scopeMissing", { name, has, needed })}
    </Badge>
  )
}
