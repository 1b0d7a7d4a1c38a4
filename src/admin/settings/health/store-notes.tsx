import { Alert } from "@medusajs/ui"
import { useStatus } from "./use-status"

/** What is wrong between config and store beside the accounts that have keys; the first steps say the rest. */
export function StoreNotes() {
  const { data } = useStatus()
  const notes = data && data.accounts.length > 0 ? data.notes : []
  if (notes.length === 0) return null
  return (
    <div className="flex flex-col gap-y-2">
      {notes.map((text) => (
        <Alert key={text} variant="warning">
          {text}
        </Alert>
      ))}
    </div>
  )
}
