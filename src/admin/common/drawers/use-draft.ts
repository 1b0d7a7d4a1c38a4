import { useState } from "react"

/**
 * What is entered into a form that opens with `opened`, and whether that was changed. What a colleague saves meanwhile was not entered
 * here, so it changes nothing.
 */
export function useDraft<Value>(
  opened: Value,
  isSame: (value: Value, before: Value) => boolean = Object.is
) {
  const [before] = useState(opened)
  const [value, set] = useState(before)
  return { value, set, isChanged: !isSame(value, before) }
}
