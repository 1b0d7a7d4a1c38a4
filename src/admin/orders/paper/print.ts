/** Prints a document of its own without leaving the page: a frame that nobody sees, gone once the print dialog is closed. */
export function printDocument(html: string): void {
  const frame = document.createElement("iframe")
  frame.hidden = true
  frame.srcdoc = html
  frame.onload = () => {
    const window = frame.contentWindow
    if (!window) return
    window.onafterprint = () => frame.remove()
    window.print()
  }
  document.body.append(frame)
}
