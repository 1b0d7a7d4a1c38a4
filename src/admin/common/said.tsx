/** A text of the server's, in which what is typed or run stands between backticks. */
export function Said({ text }: { text: string }) {
  return text.split("`").map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <code key={index} className="bg-ui-bg-component txt-compact-xsmall rounded px-1 font-mono">
        {part}
      </code>
    )
  )
}
