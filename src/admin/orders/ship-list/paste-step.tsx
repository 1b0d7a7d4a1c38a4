import { Alert, Button, Text, Textarea } from "@medusajs/ui"
import { type ChangeEvent, useRef } from "react"
import { Field } from "../../common/field"
import { Live } from "../../common/live"
import { useWords } from "../../words/use-words"
import { textOfFile } from "./file-text"

interface PasteStepProps {
  text: string
  error: unknown
  onChange: (text: string) => void
}

/** Where the list comes from: the clipboard, the keyboard, or a file. */
export function PasteStep({ text, error, onChange }: PasteStepProps) {
  const { t, problem, language } = useWords()
  const file = useRef<HTMLInputElement>(null)
  const read = ({ target }: ChangeEvent<HTMLInputElement>) => {
    void target.files?.[0]
      ?.arrayBuffer()
      .then((bytes) => onChange(textOfFile(new Uint8Array(bytes), language)))
    target.value = ""
  }
  return (
    <div className="flex flex-col gap-y-4">
      <Text size="small" className="text-ui-fg-subtle">
        {t("shipList.description")}
      </Text>
      <Field label={t("shipList.list")} hint={t("shipList.hint")}>
        {(input) => (
          <Textarea
            {...input}
            autoFocus
            rows={14}
            spellCheck={false}
            className="font-mono"
            placeholder={t("shipList.example")}
            value={text}
            onChange={({ target }) => onChange(target.value)}
          />
        )}
      </Field>
      <input
        ref={file}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        hidden
        onChange={read}
      />
      <Button
        size="small"
        variant="secondary"
        className="self-start"
        onClick={() => file.current?.click()}
      >
        {t("shipList.file")}
      </Button>
      <Live isUrgent>{Boolean(error) && <Alert variant="error">{problem(error)}</Alert>}</Live>
    </div>
  )
}
