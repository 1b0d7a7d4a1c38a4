interface JsonBlockProps {
  label: string
  value: unknown
  isOpen?: boolean
}

/** A body that can be unfolded. Scrollable blocks take the focus, so that the keyboard can scroll them. */
export function JsonBlock({ label, value, isOpen = false }: JsonBlockProps) {
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2)
  return (
    <details open={isOpen}>
      <summary className="txt-compact-small-plus text-ui-fg-subtle cursor-pointer">{label}</summary>
      <pre
        tabIndex={0}
        role="region"
        aria-label={label}
        className="bg-ui-bg-subtle txt-compact-xsmall mt-2 max-h-80 overflow-auto rounded-md p-2 font-mono"
      >
        {text}
      </pre>
    </details>
  )
}
