import { useState } from "react"
import type { AdminWalmartCarrierList, AdminWalmartSettingsResponse } from "../../../types/http"
import { Combobox } from "../../common/combobox/combobox"
import { Field } from "../../common/field"
import { LINK } from "../../common/link-class"
import { LoadError } from "../../common/load-error"
import { Loading } from "../../common/loading"
import { useWords } from "../../words/use-words"
import type { SettingsProps } from "../settings-props"
import { SettingSection } from "../setting-section"
import { MapDrawer } from "./map-drawer"
import { MapRows } from "./map-summary"
import { type ShippingChoices, useShippingChoices } from "./use-shipping-choices"

/** Which of Walmart's carriers the store's shipping options and providers are. */
export function CarrierMap({ accountId, response }: SettingsProps) {
  const { t } = useWords()
  const { data, error, refetch } = useShippingChoices()
  const [isOpen, setOpen] = useState(false)
  if (!data && error) return <LoadError error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <SettingSection
      title={t("settings.carrierMap")}
      hint={<CarrierMapHint list={response.carrier_list} />}
      editLabel={t("settings.editCarriers")}
      onEdit={() => setOpen(true)}
    >
      <MapRows
        rows={rowsFor(data)}
        map={response.settings.carrier_map}
        nothing={t("settings.allRecognized")}
      />
      {isOpen && (
        <CarrierDrawer {...{ accountId, response }} choices={data} onClose={() => setOpen(false)} />
      )}
    </SettingSection>
  )
}

function rowsFor({ options, providers }: ShippingChoices) {
  return [...options, ...providers]
}

interface CarrierDrawerProps extends SettingsProps {
  choices: ShippingChoices
  onClose: () => void
}

function CarrierDrawer({ accountId, response, choices, onClose }: CarrierDrawerProps) {
  const { t } = useWords()
  const { carriers, settings, edited } = response
  return (
    <MapDrawer
      accountId={accountId}
      which="carrier_map"
      title={t("settings.editCarriers")}
      description={t("settings.carrierMapHint")}
      rows={rowsFor(choices)}
      saved={settings.carrier_map}
      isEdited={edited.carrier_map != null}
      faultOf={(value) => (isListed(response, value) ? undefined : t("settings.carrierUnknown"))}
      onClose={onClose}
    >
      {({ row, value, error, set }) => (
        <Field label={row.name} error={error}>
          {(input) => (
            <Combobox
              input={input}
              label={row.name}
              value={value}
              options={carriers}
              placeholder={t("settings.recognized")}
              onChange={set}
            />
          )}
        </Field>
      )}
    </MapDrawer>
  )
}

/** A market without a published list takes every name. */
function isListed({ carriers }: AdminWalmartSettingsResponse, value: string): boolean {
  const wanted = value.trim().toLowerCase()
  return carriers.length === 0 || carriers.some((carrier) => carrier.toLowerCase() === wanted)
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
