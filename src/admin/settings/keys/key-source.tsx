import { Alert, Button, Text, usePrompt } from "@medusajs/ui"
import type { AdminWalmartKeySource } from "../../../types/http"
import { Person } from "../../common/person"
import { useWords } from "../../words/use-words"

/** What is said of an account's keys, or of its webhooks' secret. */
export interface KeyWords {
  none: string
  fromOptions: string
  setHere: (at: string) => string
  change: string
  changeOf: string
  removeOf: string
  removeTitle: string
  /** What holds once it is taken away. */
  removeSure: string
}

interface KeySourceProps {
  source: AdminWalmartKeySource
  words: KeyWords
  /** Opens the drawer; null where nothing can be set. */
  change: (() => void) | null
  remove: { isPending: boolean; mutate: (nothing: undefined) => void }
}

/** Where something secret of an account comes from, with its buttons. */
export function KeySource({ source, words, change, remove }: KeySourceProps) {
  const { said } = useWords()
  return (
    <div className="flex flex-col gap-y-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Text size="small" className="text-ui-fg-subtle">
          <Source source={source} words={words} />
        </Text>
        <div className="flex flex-wrap gap-2">
          {source.changed_at !== null && <RemoveButton words={words} remove={remove} />}
          {change && (
            <Button size="small" variant="secondary" aria-label={words.changeOf} onClick={change}>
              {words.change}
            </Button>
          )}
        </div>
      </div>
      {source.problem !== null && (
        <Alert variant="error">{said(source.problem, source.problem_words)}</Alert>
      )}
    </div>
  )
}

function Source({ source: from, words }: Pick<KeySourceProps, "source" | "words">) {
  const { at } = useWords()
  const { source, changed_at, changed_by } = from
  if (source === null) return words.none
  if (source === "options" || changed_at === null) return words.fromOptions
  return (
    <>
      {words.setHere(at(changed_at))} · <Person id={changed_by} />
    </>
  )
}

function RemoveButton({ words, remove }: Pick<KeySourceProps, "words" | "remove">) {
  const { t } = useWords()
  const prompt = usePrompt()
  const ask = async () => {
    const isSure = await prompt({
      title: words.removeTitle,
      description: words.removeSure,
      confirmText: t("keys.remove"),
      cancelText: t("actions.back"),
    })
    if (isSure) remove.mutate(undefined)
  }
  return (
    <Button
      size="small"
      variant="secondary"
      aria-label={words.removeOf}
      isLoading={remove.isPending}
      onClick={() => void ask()}
    >
      {t("keys.remove")}
    </Button>
  )
}
