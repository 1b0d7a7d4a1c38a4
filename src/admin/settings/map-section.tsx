import { Button, Text } from "@medusajs/ui"
import { type ReactNode, useState } from "react"
import { useWords } from "../words/use-words"
import { isSameMap, type MapRow, rowsOf, withEntry } from "./map-rows"
import { Section } from "../common/section"

interface MapSectionProps {
  title: string
  hint: ReactNode
  rows: MapRow[]
  saved: Record<string, string>
  isBusy: boolean
  /** Staff changed it, so it no longer follows the plugin's options. */
  isEdited: boolean
  /** Saves, and calls `saved` once the server has taken it and what is shown is the new. */
  onSave: (map: Record<string, string> | null, saved: () => void) => void
  children: (row: MapRow, value: string, set: (value: string) => void) => ReactNode
}

/** A map that is edited as a whole and saved by its button. What was typed stays until it is saved, also when saving fails. */
export function MapSection(props: MapSectionProps) {
  const { t } = useWords()
  const [draft, setDraft] = useState<Record<string, string> | null>(null)
  const map = draft ?? props.saved
  const save = (next: Record<string, string> | null) => props.onSave(next, () => setDraft(null))
  return (
    <Section title={props.title}>
      <Text size="small" className="text-ui-fg-subtle">
        {props.hint}
      </Text>
      <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
        {rowsOf(props.rows, props.saved).map((row) => (
          <div key={row.id}>
            {props.children(row, map[row.id] ?? "", (value) =>
              setDraft(withEntry(map, row.id, value))
            )}
          </div>
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          isLoading={props.isBusy}
          disabled={draft === null || isSameMap(draft, props.saved)}
          onClick={() => save(map)}
        >
          {t("actions.save")}
        </Button>
        {props.isEdited && (
          <Button
            size="small"
            variant="secondary"
            disabled={props.isBusy}
            onClick={() => save(null)}
          >
            {t("settings.followOptions")}
          </Button>
        )}
      </div>
    </Section>
  )
}
