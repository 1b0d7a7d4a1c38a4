import { Copy, Drawer, Text } from "@medusajs/ui"
import type { AdminWalmartUpdate, AdminWalmartUpdateResponse } from "../../types/http"
import { useUpdate } from "./use-update"
import { useWords } from "../words/use-words"
import { DrawerHead } from "../common/drawers/drawer-head"
import { Fact } from "../common/fact"
import { LoadError } from "../common/load-error"
import { Loading } from "../common/loading"
import { StaleNotice } from "../common/stale-notice"
import { SideDrawer } from "../common/drawers/side-drawer"
import { Person } from "../common/person"
import { AttemptItem } from "./attempt-item"
import { Preview } from "./preview"

interface UpdateDrawerProps {
  update: AdminWalmartUpdate
  title: string
  onClose: () => void
}

/** All that happened to an update, as evidence. */
export function UpdateDrawer({ update, title, onClose }: UpdateDrawerProps) {
  const { t } = useWords()
  const state = `${update.shown_status} ${update.attempts}`
  const query = useUpdate(update.id, { preview: false, state })
  const { data, error, refetch } = query
  return (
    <SideDrawer onClose={onClose}>
      <DrawerHead
        title={t("details.title", { update: title })}
        description={t("details.description")}
      />
      <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
        <StaleNotice query={query} />
        {error && !data && <LoadError error={error} retry={() => void refetch()} />}
        {!error && !data && <Loading />}
        {data && <Details update={data} />}
      </Drawer.Body>
    </SideDrawer>
  )
}

function Details({ update }: AdminWalmartUpdateResponse) {
  const { t, atSecond, duration } = useWords()
  return (
    <>
      <dl className="flex flex-col gap-y-2">
        <Fact label={t("details.requestedBy")}>
          <Person id={update.requested_by} />
        </Fact>
        <Fact label={t("details.happenedAt")}>{atSecond(update.happened_at)}</Fact>
        {update.sent_at && (
          <Fact label={t("details.sentAt")}>
            {t("details.sentAfter", {
              at: atSecond(update.sent_at),
              span: duration(Date.parse(update.sent_at) - Date.parse(update.happened_at)),
            })}
          </Fact>
        )}
        {update.attention && (
          <Fact label={t("details.errorCode")}>
            <span className="break-all">{update.attention.code}</span>
          </Fact>
        )}
        <Fact label={t("details.id")}>
          <span className="break-all">{update.id}</span>
        </Fact>
        <Fact label={t("details.evidence")}>
          <Copy content={JSON.stringify(update, null, 2)} aria-label={t("details.copyEvidence")} />
        </Fact>
      </dl>
      <Preview update={update} />
      <div className="flex flex-col gap-y-3">
        <Text size="small" weight="plus">
          {t("details.attempts", { count: update.timeline.length })}
        </Text>
        <ol className="flex flex-col gap-y-3">
          {[...update.timeline].reverse().map((attempt) => (
            <AttemptItem key={attempt.id} attempt={attempt} />
          ))}
        </ol>
      </div>
    </>
  )
}
