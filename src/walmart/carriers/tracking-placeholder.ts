const WORDS = new Set(
  `NA NONE NIL NULL NAN UNDEFINED TBD TBA TBC PENDING UNKNOWN TODO LATER SOON COMINGSOON ASDF ASDFASDF MANUAL UNTRACKED
  TRACKING TRACKINGNUMBER TRACKINGID TRACKINGNO NOTRACKING NOTRACKINGNUMBER NONTRACKED NOTTRACKED NOTAPPLICABLE NOTAVAILABLE
  PLACEHOLDER EXAMPLE SAMPLE DUMMY FAKE PICKUP LOCALPICKUP HANDDELIVERED HANDDELIVERY LETTER STAMP SHIPPED`.split(
    /\s+/
  )
)

const RUNS = ["1234567890", "0123456789", "9876543210"].map((run) => run.repeat(5))

/** Carrier prefixes people keep before they fill up a field. */
const FILLED = /^(?:1Z|9400|9[2-5])?(.)\1*$/
const TAIL_OF_ONE_CHARACTER = /(.)\1{11}$/
const NAMED_TEST = /^(?:TEST(?:ING)?|TRACK(?:ING)?)\d*$/

/**
 * Whether a normalized number is what people type to get past a required field: punctuation alone, words like "n/a" or
 * "pending", one repeated character, or digits counted up or down.
 */
export function isPlaceholder(number: string): boolean {
  // Letters of other scripts are a wrong number with its own explanation.
  if (number.length > 50 || /[^\x20-\x7e]/.test(number)) {
    return false
  }
  const letters = number.replace(/[^0-9A-Z]/g, "")
  return (
    letters === "" ||
    WORDS.has(letters) ||
    (letters.length > 2 && RUNS.some((run) => run.startsWith(letters))) ||
    [FILLED, TAIL_OF_ONE_CHARACTER, NAMED_TEST].some((pattern) => pattern.test(letters))
  )
}
