import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import type { AdminWalmartOrderDetail } from "../../../types/http"
import { Person } from "../../common/person"
import { Section } from "../../common/section"
import { useWords } from "../../words/use-words"
import { NoteDrawer } from "./note-drawer"

/** What colleagues wrote about the order, and a way to write. */
export function NoteSection({ order }: { order: AdminWalmartOrderDetail }) {
  const { t, at } = useWords()
  const [isOpen, setOpen] = useState(false)
  const { note } = order
  const edit = (
    <Button size="small" variant="transparent" onClick={() => setOpen(true)}>
      {t(note ? "note.edit" : "note.add")}
    </Button>
  )
  return (
    <Section title={t("note.title")} action={edit}>
      {note && (
        <>
          <Text size="small" className="whitespace-pre-wrap break-words">
            {note.text}
          </Text>
          <Text as="div" size="xsmall" className="text-ui-fg-subtle">
            <Person id={note.by} />
            {note.at && ` · ${at(note.at)}`}
          </Text>
        </>
      )}
      {isOpen && <NoteDrawer order={order} onClose={() => setOpen(false)} />}
    </Section>
  )
}
