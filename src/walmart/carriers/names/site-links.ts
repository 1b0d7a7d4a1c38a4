import { CARRIERS } from "../carrier-table"

const SITES = CARRIERS.flatMap(({ hosts = [] }) => hosts).map((host) => host.replace(/\./g, "\\."))

/** Pages of carriers' sites are links without "https://" too. */
const BARE_LINK = `(?<![\\w.@/-])(?:[a-z0-9-]{1,63}\\.){0,4}(?:${SITES.join("|")})/\\S*`

const LINK = new RegExp(`(?:https?://|www\\.)\\S*|${BARE_LINK}`, "gi")

const ANY_LINK = new RegExp(`https?://|(?:^|[\\s/])www\\.|${BARE_LINK}`, "i")

/** Whether what was entered holds a link. */
export function hasLink(raw: string): boolean {
  return ANY_LINK.test(raw)
}

/** The links of a text. */
export function linksOf(raw: string): string[] {
  return raw.match(LINK) ?? []
}

/** The text with a space for each of its links. */
export function withoutLinks(raw: string): string {
  return raw.replace(LINK, " ")
}
