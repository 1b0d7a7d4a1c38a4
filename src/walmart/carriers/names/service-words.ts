/** Words for how, when and where a carrier delivers; behind a carrier's name they make no other carrier of it. */
const SERVICE_WORDS = new Set(
  `us usa canada mexico worldwide international domestic ground express priority standard economy parcel parcels delivery pickup
  service services default shipping courier v2 v3
  next same two three second third day days overnight morning noon evening afternoon night saturday sunday weekend am pm home
  air saver select preferred premium plus guaranteed direct rush expedited first class mail advantage packet pmi light tracked
  untracked registered certified signature ltl ftl freight
  terrestre aereo aerea dia siguiente mismo nacional internacional estandar economico`.split(/\s+/)
)

/** "2", "2nd", "3day", "9am". */
const COUNTED = /^\d{1,2}(?:st|nd|rd|th|day|am|pm)?$/

/**
 * Longer names that are ordinary words, other companies' names too, or shops for labels of several carriers, compacted: what follows
 * them must be known words of services.
 */
const COMMON_NAMES = new Set(
  "yellow pilot meyer landmark roadrunner airborne sameday arcbest tforce stampscom endicia".split(
    " "
  )
)

/** Short names that nobody else has. */
const WELL_KNOWN = new Set(["ups", "usps", "dhl", "amzl", "amzn"])

/** Shorter names are the beginnings of other companies' names. */
const SHORTEST_NAME = 5

/** Whether the small letters of a word say how, when or where something is delivered. */
export function isServiceWord(word: string): boolean {
  return SERVICE_WORDS.has(word) || COUNTED.test(word)
}

/** Whether a carrier's compacted name with these words behind it still means that carrier. */
export function takesServices(name: string, words: readonly string[]): boolean {
  const isDistinct = WELL_KNOWN.has(name) || name.length >= SHORTEST_NAME
  return (isDistinct && !COMMON_NAMES.has(name)) || words.every(isServiceWord)
}
