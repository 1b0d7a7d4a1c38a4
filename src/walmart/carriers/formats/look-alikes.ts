/** Letters of the Cyrillic and Greek alphabets, and the plain ones that they cannot be told from. */
const ALIKE: readonly (readonly [string, string])[] = [
  ["АВСЕНІЈКМОРЅТХУԚԜ", "ABCEHIJKMOPSTXYQW"],
  ["асеіјорѕхуԛԝ", "ACEIJOPSXYQW"],
  ["ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXO"],
]

const PLAIN = new Map(
  ALIKE.flatMap(([foreign, plain]) => [...foreign].map((letter, at) => [letter, plain[at]]))
)

/** The plain capital letter for a letter of another alphabet that looks like it; `null` for others. */
export function plainLetterOf(letter: string): string | null {
  return PLAIN.get(letter) ?? null
}
