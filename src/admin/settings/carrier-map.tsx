import { Input } from "@medusajs/ui"
import { useId } from "react"
import { useSaveSettings } from "./use-account-actions"
import { useShippingChoices } from "./use-shipping-choices"
import { useWords } from "../words/use-words"
import type { AdminWalmartCarrierList } from "../../types/http"
import { LINK } from "../common/link-class"
import { Field } from "../common/field"
import { LoadError } from "../common/load-error"
import { Loading } from "../common/loading"
import type { SettingsProps } from "./general-settings"
import { MapSection } from "./map-section"

/** Which of Walmart's carriers the store's shipping options and providers are. */
export function CarrierMap({ accountId, response }: SettingsProps) {
  const { t } = useWords()
  const listId = useId()
  const { data, error, refetch } = useShippingChoices()
  const save = useSaveSettings(accountId)
  if (!data && error) return <LoadError error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <MapSection
      title={t("settings.carrierMap")}
      hint={<CarrierMapHint list={response.carrier_list} />}
      rows={[...data.options, ...data.providers]}
      saved={response.settings.carrier_map}
      isBusy={save.isPending}
      isEdited={response.edited.carrier_map != null}
      onSave={(carrier_map, onSuccess) => save.mutate({ carrier_map }, { onSuccess })}
    >
      {(row, value, set) => (
        <Field label={row.name}>
          {(input) => (
            <>
              <Input
                {...input}
                size="small"
                autoComplete="off"
                list={`${listId}-${row.id}`}
                value={value}
                placeholder={t("settings.recognized")}
                onChange={({ target }) => set(target.value)}
              />
              <datalist id={`${listId}-${row.id}`}>
                {response.carriers.map((carrier) => (
                  <option key={carrier} value={carrier} />
                ))}
              </datalist>
            </>
          )}
        </Field>
      )}
    </MapSection>
  )
}

/** What the map is for, and how old the list is that its names come from. */
function CarrierMapHint({ list }: { list: AdminWalmartCarrierList }) {
  const { t } = useWords()
  return (
    <>
      {t("settings.carrierMapHint")}{" "}
      {list.as_of
        ? t("settings.carrierList", { date: list.as_of })
        : t("settings.carrierListUnpublished")}{" "}
      <a href={list.url} target="_blank" rel="noreferrer" className={LINK}>
        {t("settings.carrierListNow")}
      </a>
    </>
  )
}
