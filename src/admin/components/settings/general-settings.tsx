import { Label, Select, Switch, Text } from "@medusajs/ui"
import { useId } from "react"
import type { AdminWalmartSettingsResponse } from "../../../types/http"
import { useSaveSettings } from "../../hooks/use-account-actions"
import { useWords } from "../../hooks/use-words"
import { Field } from "../common/field"
import { Section } from "../common/section"

/** What every settings form of an account gets. */
export interface SettingsProps {
  accountId: string
  response: AdminWalmartSettingsResponse
}

/** A select cannot hold an empty value. */
const NONE = "none"

/** Dry run and default reason; each is saved as soon as it is changed. */
export function GeneralSettings({ accountId, response }: SettingsProps) {
  const { t } = useWords()
  const save = useSaveSettings(accountId)
  const { settings, reasons } = response
  const takeReason = (code: string) => save.mutate({ default_reason: code === NONE ? null : code })
  return (
    <Section title={t("settings.general")}>
      <DryRun
        isOn={settings.dry_run}
        isBusy={save.isPending}
        onChange={(dry_run) => save.mutate({ dry_run })}
      />
      <Field label={t("settings.defaultReason")} hint={t("settings.defaultReasonHint")}>
        {(input) => (
          <Select
            size="small"
            value={settings.default_reason ?? NONE}
            disabled={save.isPending}
            onValueChange={takeReason}
          >
            <Select.Trigger {...input} className="max-w-96">
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              <Select.Item value={NONE}>{t("settings.noDefault")}</Select.Item>
              {reasons
                .filter((reason) => !reason.only_when_customer_asked)
                .map(({ code, label }) => (
                  <Select.Item key={code} value={code}>
                    {label}
                  </Select.Item>
                ))}
            </Select.Content>
          </Select>
        )}
      </Field>
    </Section>
  )
}

interface DryRunProps {
  isOn: boolean
  isBusy: boolean
  onChange: (isOn: boolean) => void
}

function DryRun({ isOn, isBusy, onChange }: DryRunProps) {
  const { t } = useWords()
  const id = useId()
  return (
    <div className="flex items-start justify-between gap-x-4">
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
        checked={isOn}
        disabled={isBusy}
        onCheckedChange={onChange}
      />
    </div>
  )
}
