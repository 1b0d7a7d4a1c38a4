import { memo, useEffect, useRef, useState } from "react"
import { SearchInput } from "../../common/search/search-input"
import { useDebounced } from "../../common/search/use-debounced"
import { useWords } from "../../words/use-words"

/** A pause between keys. */
const TYPED_MS = 300

interface SearchFieldProps {
  /** What the list is searched for. */
  value: string
  /** Stays the same function, so that typing draws this field alone. */
  onSearch: (name: "q", text: string) => void
}

/** The search. What is typed stays here until somebody pauses: every key would draw the whole table again. */
export const SearchField = memo(function SearchField({ value, onSearch }: SearchFieldProps) {
  const { t } = useWords()
  const [text, setText] = useState(value)
  const settled = useDebounced(text, TYPED_MS)
  const told = useRef(value)
  useEffect(() => {
    if (settled === told.current) return
    told.current = settled
    onSearch("q", settled)
  }, [settled, onSearch])
  useEffect(() => {
    if (value === told.current) return
    told.current = value
    setText(value)
  }, [value])
  return (
    <SearchInput
      autoComplete="off"
      spellCheck={false}
      aria-label={t("table.search")}
      placeholder={t("table.search")}
      className="w-full md:w-72"
      value={text}
      onChange={({ target }) => setText(target.value)}
    />
  )
})
