import { CheckMini } from "@medusajs/icons"
import { clx } from "@medusajs/ui"
import { useEffect, useRef } from "react"

interface OptionListProps {
  id: string
  label: string
  options: string[]
  /** The option at hand, by its place. */
  place: number
  /** The option that stands in the field. */
  chosen: string
  take: (option: string) => void
}

/** The options of a combobox below its field. It scrolls into view with what is at hand, in a drawer and on a phone too. */
export function OptionList({ id, label, options, place, chosen, take }: OptionListProps) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.scrollIntoView({ block: "nearest" })
  }, [])
  useEffect(() => {
    list.current?.children[place]?.scrollIntoView({ block: "nearest" })
  }, [place])
  return (
    <ul
      ref={list}
      id={id}
      role="listbox"
      aria-label={label}
      className="bg-ui-bg-base shadow-elevation-flyout absolute inset-x-0 top-full z-10 my-1 max-h-[200px] overflow-y-auto rounded-lg p-1"
      // The field keeps the focus, which would close the list.
      onMouseDown={(event) => event.preventDefault()}
    >
      {options.map((option, index) => (
        <li
          key={option}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === place}
          className={clx(
            "txt-compact-small hover:bg-ui-bg-base-hover flex cursor-pointer items-center gap-x-2 rounded-[4px] px-2 py-1.5",
            { "bg-ui-bg-base-hover": index === place }
          )}
          onClick={() => take(option)}
        >
          <span aria-hidden className="flex size-5 shrink-0 items-center justify-center">
            {option === chosen && <CheckMini />}
          </span>
          {option}
        </li>
      ))}
    </ul>
  )
}

/** Id of an option, which the field names as the one at hand. */
export function optionId(listId: string, place: number): string {
  return `${listId}-${place}`
}
