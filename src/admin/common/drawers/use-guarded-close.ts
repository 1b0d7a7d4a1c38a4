import { usePrompt } from "@medusajs/ui"
import { useWords } from "../../words/use-words"

/** Closes a form, after asking when something in it would be lost; also on Esc. @returns what is called instead of `onClose` */
export function useGuardedClose(isDirty: boolean, onClose: () => void): () => void {
  const { t } = useWords()
  const prompt = usePrompt()
  const ask = async () => {
    const isSure = await prompt({
      title: t("unsaved.title"),
      description: t("unsaved.description"),
      confirmText: t("unsaved.leave"),
      cancelText: t("unsaved.stay"),
      variant: "confirmation",
    })
    if (isSure) onClose()
  }
  // The question closes on Esc too, and would hear the key by which it was asked.
  return () => (isDirty ? void setTimeout(() => void ask()) : onClose())
}
