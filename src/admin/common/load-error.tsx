import { Alert, Button } from "@medusajs/ui"
import { useWords } from "../words/use-words"

interface LoadErrorProps {
  error: unknown
  retry: () => void
}

/** What is shown instead of something that could not be loaded. */
export function LoadError({ error, retry }: LoadErrorProps) {
  const { t, problem } = useWords()
  return (
    <div role="alert" className="flex flex-col items-start gap-y-3 px-6 py-4">
      <Alert variant="error">{problem(error)}</Alert>
      <Button size="small" variant="secondary" onClick={retry}>
        {t("actions.tryAgain")}
      </Button>
    </div>
  )
}
