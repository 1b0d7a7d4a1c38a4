/** Longest link that is looked at. */
const LONGEST_LINK = 2000

/** Sites that show the parcels of every carrier, so their links name nobody when the number has candidates. */
const TRACKING_SITES =
  "17track.net aftership.com parcelsapp.com track123.com parcelpanel.com narvar.com goshippo.com easypost.com shipstation.com packagetrackr.com ship24.com".split(
    " "
  )

/** Blanks, quotes, brackets and commas that are copied along with a link. */
const AROUND = /[\s"'`<>“”‘’«»,;]/

/** The link without what was copied along with it, invisible characters included. */
export function bareLink(raw: string): string {
  const text = raw.slice(0, 2 * LONGEST_LINK).replace(/[\p{Cf}\p{Cc}]/gu, "")
  let [from, to] = [0, text.length]
  while (from < to && AROUND.test(text[from])) from++
  while (to > from && AROUND.test(text[to - 1])) to--
  return text.slice(from, to)
}

/** A place for a number that nobody has put there: `{number}`, `%s`, `<number>`, or what programs write for nothing. */
const UNFILLED = /[{}<>]|%(?![0-9a-f]{2})|[/=](?:undefined|null|NaN)(?=$|[/?&#])/i

/** Hosts of one house, office or machine, which nobody else reaches (RFC 1918, 3927, 6761 and 6762, ICANN's .internal). */
const PRIVATE =
  /^(?:0|10|127)\.[\d.]+$|^192\.168\.[\d.]+$|^172\.(?:1[6-9]|2\d|3[01])\.[\d.]+$|^169\.254\.[\d.]+$|\.(?:local|localhost|localdomain|internal|lan)$/

/**
 * The link as Walmart can show it to a customer, or `null`: absolute, http or https, a real host that everybody reaches, no
 * credentials, and complete.
 */
export function usableLink(raw: string | null | undefined): string | null {
  const text = bareLink(raw ?? "")
  if (!/^https?:\/\//i.test(text) || text.length > LONGEST_LINK || UNFILLED.test(text)) {
    return null
  }
  if (!URL.canParse(text)) {
    return null
  }
  const url = new URL(text)
  const isReached = url.hostname.includes(".") && !PRIVATE.test(url.hostname)
  return isReached && !url.username && !url.password ? url.href : null
}

/** Host name in lower case, also of a link entered without its scheme; `null` when there is none. */
export function hostOf(raw: string): string | null {
  const text = bareLink(raw).slice(0, LONGEST_LINK)
  const absolute = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`
  if (!URL.canParse(absolute)) {
    return null
  }
  const host = new URL(absolute).hostname.replace(/\.$/, "")
  return host.includes(".") ? host : null
}

/** Whether a site shows the parcels of every carrier. */
export function isTrackingSite(host: string): boolean {
  return TRACKING_SITES.some((site) => isWithin(host, site))
}

/** Whether a host is a site or a part of it. */
export function isWithin(host: string, site: string): boolean {
  return host === site || host.endsWith(`.${site}`)
}

/** "track.acme-parcel.co.uk" → "acme-parcel". An IP address stays whole. */
export function siteName(host: string): string {
  if (/^[\d.]+$/.test(host)) {
    return host
  }
  const labels = host.split(".").slice(0, -1)
  const isSecondLevel =
    labels.length > 1 && /^(?:com?|net|org|gov|gob|ac|or|ne)$/.test(labels[labels.length - 1])
  return labels[labels.length - (isSecondLevel ? 2 : 1)]
}
