import { useWords } from "../../words/use-words"
import { SettingRow } from "../setting-section"
import type { MapRow } from "./map-rows"

interface MapRowsProps {
  /** What can be mapped, with its name. */
  rows: MapRow[]
  map: Record<string, string>
  /** Said where nothing is mapped. */
  nothing: string
}

/** What is mapped, a row each. */
export function MapRows({ rows, map, nothing }: MapRowsProps) {
  const { t } = useWords()
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  const entries = Object.entries(map)
  if (entries.length === 0) {
    return (
      <div className="px-6 py-4">
        <dt className="sr-only">{t("settings.now")}</dt>
        <dd className="txt-small text-ui-fg-subtle">{nothing}</dd>
      </div>
    )
  }
  return entries.map(([id, value]) => (
    <SettingRow key={id} label={names.get(id) ?? id}>
      {value}
    </SettingRow>
  ))
}
