/** What of a key press decides whose it is. */
export type KeyPress = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">

/** A key of ours pressed together with Ctrl, Cmd or Alt: reload, find and the like, which are the browser's. */
export function isBrowsers(press: KeyPress, ours: string[]): boolean {
  const isHeld = press.ctrlKey || press.metaKey || press.altKey
  return isHeld && ours.includes(press.key.toLowerCase())
}
