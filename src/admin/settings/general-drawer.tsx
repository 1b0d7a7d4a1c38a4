import { Button, Label, Switch, Text, usePrompt } from "@medusajs/ui"
import { useId, useState } from "react"
import { FormDrawer } from "../common/drawers/form-drawer"
import { useWords } from "../words/use-words"
import { DefaultReason } from "./default-reason"
import { changedOf, type GeneralDraft, holds, savedDraft } from "./general-draft"
import type { SettingsProps } from "./settings-props"
import { useSaveSettings } from "./use-account-actions"

/** Edits dry run and default reason. Before sending is stopped or begun, it is asked. */
export function GeneralDrawer(props: SettingsProps & { onClose: () => void }) {
  const { accountId, response, onClose } = props
  const { t } = useWords()
  const prompt = usePrompt()
  const [draft, setDraft] = useState(() => savedDraft(response))
  const save = useSaveSettings(accountId, { after: onClose })
  const changed = changedOf(response, draft)
  const isDirty = Object.keys(changed).length > 0
  const turns = holds(response, draft)
  const submit = async () => {
    const isSure =
      turns === response.settings.dry_run ||
      (await prompt({
        title: t(turns ? "settings.dryRunOnTitle" : "settings.dryRunOffTitle"),
        description: t(turns ? "settings.dryRunOnSure" : "settings.dryRunOffSure"),
        confirmText: t(turns ? "settings.turnOn" : "settings.turnOff"),
        cancelText: t("actions.back"),
        variant: "confirmation",
      }))
    if (isSure) save.mutate(changed)
  }
  return (
    <FormDrawer
      title={t("settings.editGeneral")}
      description={t("account.title", { account: accountId })}
      submitLabel={t("actions.save")}
      isBusy={save.isPending}
      isDirty={isDirty}
      canSubmit={isDirty}
      error={save.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <DryRun
        isOn={turns}
        ofConfig={draft.dryRun === null ? null : response.options.dry_run}
        onChange={(dryRun) => setDraft({ ...draft, dryRun })}
      />
      <DefaultReason
        response={response}
        choice={draft.reason}
        onChange={(reason: GeneralDraft["reason"]) => setDraft({ ...draft, reason })}
      />
    </FormDrawer>
  )
}

interface DryRunProps {
  isOn: boolean
  /** What the config says, where staff changed it; null where it is followed. */
  ofConfig: boolean | null
  /** Null follows the config. */
  onChange: (isOn: boolean | null) => void
}

function DryRun({ isOn, ofConfig, onChange }: DryRunProps) {
  const { t } = useWords()
  const id = useId()
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
        <Switch id={id} aria-describedby={`${id}-hint`} checked={isOn} onCheckedChange={onChange} />
      </div>
      {ofConfig !== null && (
        <Button type="button" size="small" variant="secondary" onClick={() => onChange(null)}>
          {t("settings.dryRunReset", { state: t(ofConfig ? "settings.on" : "settings.off") })}
        </Button>
      )}
    </div>
  )
}
