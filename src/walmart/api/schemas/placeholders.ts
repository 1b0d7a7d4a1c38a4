/** How a telephone number is masked: one digit over and over, digits in their order, or signs instead of digits. */
const SAME_SEVEN_DIGITS = /(\d)\1{6}$/
const COUNTED = ["01234567890", "9876543210"]
const MASK = /[*•]|x{2,}|#{2,}/i

/** Shortest number that can be called, without area code. */
const SHORTEST_PHONE = 7

/** Longest text that is looked at for a telephone number; ITU-T E.164 allows 15 digits. */
const LONGEST_PHONE = 40

/** What is dialed after the call is taken; it says nothing of whether the number before it is one. */
const EXTENSION = /\s*(?:;ext=|extension|ext|x|#|,)[\s.:,]*\d{1,6}\s*$/i

/** Country code of the United States and Canada before a number of ten digits. */
const AMERICAN = /^1(?=\d{10}$)/

/**
 * A telephone number as Walmart sent it, null for one that reaches nobody: Walmart masks most numbers as zeros, and carriers
 * refuse such a label or print it.
 */
export function realPhone(phone: string | null): string | null {
  if (phone === null || phone.length > LONGEST_PHONE || MASK.test(phone)) return null
  const digits = phone.replace(EXTENSION, "").replace(/\D/g, "").replace(AMERICAN, "")
  if (digits.length < SHORTEST_PHONE || isCounted(digits)) return null
  return SAME_SEVEN_DIGITS.test(digits) ? null : phone
}

function isCounted(digits: string): boolean {
  return COUNTED.some((row) => row.includes(digits))
}

/** Local parts of addresses that nobody reads; `nocxemail` is Walmart's own until there is a relay address (DEV orders & returns FAQ). */
const UNREAD = new Set(
  "nocxemail noemail no-email noreply no-reply donotreply none null undefined unknown na n/a".split(
    " "
  )
)

/** The relay address, null while Walmart shows a placeholder. */
export function realEmail(email: string | null): string | null {
  const [local, domain] = email?.split("@") ?? []
  return local && domain && !UNREAD.has(local.toLowerCase()) ? email : null
}

const EMPTY_WORDS = new Set(["n/a", "na", "none", "nil", "-", "--", ".", "..", "x"])

/** A further line of an address, null for a word that only fills the field. */
export function realAddressPart(part: string | null): string | null {
  return part === null || EMPTY_WORDS.has(part.toLowerCase()) ? null : part
}

/** A buyer's name, empty when it is masked. */
export function realName(name: string | null): string {
  const signs = name?.replace(/\s/g, "") ?? ""
  return name === null || /^([*•#]+|x{3,})$/i.test(signs) ? "" : name
}
