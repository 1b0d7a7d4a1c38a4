import { Alert } from "@medusajs/ui"
import { useWords } from "../../words/use-words"
import { useStatus } from "./use-status"

/** What is wrong between config and store, apart from the accounts that have keys; the first steps say the rest. */
export function StoreNotes() {
  const { said } = useWords()
  const { data } = useStatus()
  const notes = data && data.accounts.length > 0 ? data.notes : []
  if (notes.length === 0) return null
  return (
    <div className="flex flex-col gap-y-2">
      {notes.map(({ text, words }) => (
        <Alert key={text} variant="warning">
          {said(text, words)}
        </Alert>
      ))}
    </div>
  )
}
