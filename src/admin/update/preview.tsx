import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import type { AdminWalmartPreview, AdminWalmartUpdate } from "../../types/http"
import { useUpdate } from "./use-update"
import { useWords } from "../words/use-words"
import { LoadError } from "../common/load-error"
import { Loading } from "../common/loading"
import { Attention } from "./kinds/attention"
import { JsonBlock } from "./json-block"
import { isUnfinished } from "../../walmart/updates/model/update-status"

/** What would be sent now; nothing is sent. */
export function Preview({ update }: { update: AdminWalmartUpdate }) {
  const { t } = useWords()
  const [isWanted, setWanted] = useState(false)
  if (isWanted) return <LoadedPreview id={update.id} />
  if (!isUnfinished(update)) return null
  return (
    <Button size="small" variant="secondary" className="self-start" onClick={() => setWanted(true)}>
      {t("preview.show")}
    </Button>
  )
}

function LoadedPreview({ id }: { id: string }) {
  const { data, error, refetch } = useUpdate(id, { preview: true })
  if (error) return <LoadError error={error} retry={() => void refetch()} />
  if (!data?.preview) return <Loading rows={2} />
  return <PreviewText preview={data.preview} />
}

function PreviewText({ preview }: { preview: AdminWalmartPreview }) {
  const { t, said } = useWords()
  switch (preview.state) {
    case "would_send":
      return (
        <>
          {preview.attention && (
            <>
              <Text size="small">{t("preview.inPart")}</Text>
              <Attention attention={preview.attention} />
            </>
          )}
          <JsonBlock
            isOpen
            label={t("preview.wouldSend", { endpoint: preview.endpoint })}
            value={preview.body ?? {}}
          />
        </>
      )
    case "conflict":
    case "unavailable":
      return <Attention attention={preview.attention} />
    case "already_there":
    case "waits":
    case "finished":
      return <Text size="small">{said(preview.message, preview.words)}</Text>
  }
}
