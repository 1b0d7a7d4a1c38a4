import { memo, useEffect, useRef, useState } from "react"
import { SearchInput } from "./search-input"
import { useDebounced } from "./use-debounced"

/** A pause between keys. */
const TYPED_MS = 300

interface SearchFieldProps {
  /** What the list is searched for. */
  value: string
  label: string
  className?: string
  /** Of a large list, the same function each time, so that typing draws this field alone. */
  onSearch: (name: "q", text: string) => void
}

/** The search. What is typed stays here until somebody pauses: every key would draw the whole table again. */
export const SearchField = memo(function SearchField({
  value,
  label,
  className,
  onSearch,
}: SearchFieldProps) {
  const [text, setText] = useState(value)
  const settled = useDebounced(text, TYPED_MS)
  const told = useRef(value)
  const latest = useRef(onSearch)
  latest.current = onSearch
  useEffect(() => {
    if (settled === told.current) return
    told.current = settled
    latest.current("q", settled)
    // Not when the function alone has changed: a step back would be searched over with what had been typed before it.
  }, [settled])
  useEffect(() => {
    if (value === told.current) return
    told.current = value
    setText(value)
  }, [value])
  return (
    <SearchInput
      autoComplete="off"
      spellCheck={false}
      aria-label={label}
      placeholder={label}
      className={className}
      value={text}
      onChange={({ target }) => setText(target.value)}
    />
  )
})
