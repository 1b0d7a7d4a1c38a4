/** The dashboard writes a language with its region as "ptBR", which is "pt-BR" everywhere else. */
const WITH_REGION = /^([a-z]{2,3})([A-Z]{2})$/

/**
 * A language of the dashboard as the browser's `Intl` knows it, which throws at any other name and would leave a screen blank. Where
 * it knows none, English: the texts are English there too. Pure.
 */
export function localeOf(language: string): string {
  const locale = language.replace(WITH_REGION, "$1-$2")
  return isKnown(locale) ? locale : "en"
}

function isKnown(locale: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
