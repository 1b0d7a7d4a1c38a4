import { Alert, Button, Text, Textarea, usePrompt } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { type ChangeEvent, useRef } from "react"
import { Field } from "../../common/field"
import { Live } from "../../common/live"
import { useWords } from "../../words/use-words"
import { isWorkbook, textOfFile } from "./file-text"

interface PasteStepProps {
  text: string
  error: unknown
  onChange: (text: string) => void
}

/** Where the list comes from: the clipboard, the keyboard, or a file. */
export function PasteStep({ text, error, onChange }: PasteStepProps) {
  const { t, problem } = useWords()
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
      <FileChoice text={text} onChange={onChange} />
      <Live isUrgent>{Boolean(error) && <Alert variant="error">{problem(error)}</Alert>}</Live>
    </div>
  )
}

/** Takes the text of a file; one that was typed is given up only after a question, and what is no text says so. */
function FileChoice({ text, onChange }: Pick<PasteStepProps, "text" | "onChange">) {
  const { t, language } = useWords()
  const prompt = usePrompt()
  const input = useRef<HTMLInputElement>(null)
  const mayReplace = async () =>
    text.trim() === "" ||
    prompt({
      title: t("shipList.replaceTitle"),
      description: t("shipList.replaceSure"),
      confirmText: t("shipList.replace"),
      cancelText: t("actions.back"),
      variant: "confirmation",
    })
  const file = useMutation({
    mutationFn: async (chosen: File) => {
      const bytes = new Uint8Array(await chosen.arrayBuffer())
      if (isWorkbook(bytes)) return "shipList.workbook"
      if (await mayReplace()) onChange(textOfFile(bytes, language))
      return null
    },
  })
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = target.files?.[0]
    if (chosen) file.mutate(chosen)
    target.value = ""
  }
  const fault = file.error ? "shipList.unreadableFile" : (file.data ?? null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        hidden
        onChange={choose}
      />
      <Button
        size="small"
        variant="secondary"
        className="self-start"
        onClick={() => input.current?.click()}
      >
        {t("shipList.file")}
      </Button>
      <Live isUrgent>{fault && <Alert variant="error">{t(fault)}</Alert>}</Live>
    </>
  )
}
