import { Button, Label, Switch, Text } from "@medusajs/ui"
import { useId } from "react"
import type { AdminWalmartSettingsResponse } from "../../types/http"
import { useSaveSettings } from "./use-account-actions"
import { useWords } from "../words/use-words"
import { Section } from "../common/section"
import { DefaultReason } from "./default-reason"

/** What every settings form of an account gets. */
export interface SettingsProps {
  accountId: string
  response: AdminWalmartSettingsResponse
}

/** Dry run and default reason; each is saved as soon as it is changed. */
export function GeneralSettings({ accountId, response }: SettingsProps) {
  const { t } = useWords()
  const save = useSaveSettings(accountId)
  return (
    <Section title={t("settings.general")}>
      <DryRun
        response={response}
        isBusy={save.isPending}
        onChange={(dry_run) => save.mutate({ dry_run })}
      />
      <DefaultReason
        response={response}
        isBusy={save.isPending}
        onChange={(default_reason) => save.mutate({ default_reason })}
      />
    </Section>
  )
}

interface DryRunProps {
  response: AdminWalmartSettingsResponse
  isBusy: boolean
  /** Null follows the plugin's options. */
  onChange: (isOn: boolean | null) => void
}

function DryRun({ response, isBusy, onChange }: DryRunProps) {
  const { t } = useWords()
  const id = useId()
  const isEdited = response.edited.dry_run != null
  return (
    <div className="flex flex-col items-start gap-y-2">
      <div className="flex w-full items-start justify-between gap-x-4">
        <div className="flex flex-col gap-y-1">
          <Label htmlFor={id} size="small" weight="plus">
            {t("settings.dryRun")}
          </Label>
          <Text size="small" className="text-ui-fg-subtle" id={`${id}-hint`}>
            {t("settings.dryRunHint")}
          </Text>
        </div>
        <Switch
          id={id}
          aria-describedby={`${id}-hint`}
          checked={response.settings.dry_run}
          disabled={isBusy}
          onCheckedChange={onChange}
        />
      </div>
      {isEdited && (
        <Button size="small" variant="secondary" disabled={isBusy} onClick={() => onChange(null)}>
          {t("settings.dryRunOfOptions", {
            state: t(response.options.dry_run ? "settings.on" : "settings.off"),
          })}
        </Button>
      )}
    </div>
  )
}
