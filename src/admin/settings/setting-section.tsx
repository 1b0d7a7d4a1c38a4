import { Button, Heading, Text } from "@medusajs/ui"
import { type PropsWithChildren, type ReactNode, useId } from "react"
import { useWords } from "../words/use-words"

interface SettingSectionProps {
  title: string
  hint?: ReactNode
  /** Words of the button for screen readers; there are several of them on a page. */
  editLabel: string
  onEdit: () => void
}

/** A part of the settings as Medusa's own pages have it: rows, and a button that edits them in a drawer. */
export function SettingSection(props: PropsWithChildren<SettingSectionProps>) {
  const { t } = useWords()
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <div className="flex items-start justify-between gap-x-4 px-6 py-4">
        <div className="flex flex-col gap-y-1">
          <Heading level="h3" id={id} className="txt-compact-small-plus">
            {props.title}
          </Heading>
          {props.hint && (
            <Text size="small" className="text-ui-fg-subtle">
              {props.hint}
            </Text>
          )}
        </div>
        <Button
          size="small"
          variant="secondary"
          className="shrink-0"
          aria-label={props.editLabel}
          onClick={props.onEdit}
        >
          {t("actions.edit")}
        </Button>
      </div>
      <dl className="divide-y border-t">{props.children}</dl>
    </section>
  )
}

/** One setting and what holds. */
export function SettingRow({ label, children }: PropsWithChildren<{ label: string }>) {
  return (
    <div className="grid grid-cols-2 gap-x-3 px-6 py-4">
      <dt className="txt-compact-small-plus text-ui-fg-subtle min-w-0 break-words">{label}</dt>
      <dd className="txt-compact-small text-ui-fg-subtle min-w-0 break-words">{children}</dd>
    </div>
  )
}
