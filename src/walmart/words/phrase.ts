import { TEXTS } from "./texts"

/** One sentence for a person: which text, and what is put into it. A screen may say it in another language. */
export interface Phrase {
  key: TextKey
  params: Params
}

/** What is put into a text, by the name it has there. */
export type Params = Record<string, Param>

/** A value as it is, names that each language joins in its own way, or sentences of which one is a part. */
export type Param = string | number | List | Phrase[]

/** "A, B and C", or "A, B or C". */
export type List = { and: readonly ListItem[] } | { or: readonly ListItem[] }

type ListItem = string | Phrase[]

/** What is wrong and what to do about it, sentence by sentence. */
export interface Words {
  message: Phrase[]
  remedy: Phrase[]
}

/** Words with their English. */
export interface Said {
  message: string
  remedy: string
  words: Words
}

type Texts = typeof TEXTS

/** A text that counts is there once for one and once for more: `message_one` and `message_other` are the text `message`. */
type Bare<Name> = Name extends `${infer Text}_one` | `${infer Text}_other` ? Text : Name

/** Names of a code's texts. */
type NameOf<C extends Code> = Bare<keyof Texts[C] & string>

/** Place of a text in {@link TEXTS}, such as `not_found.remedy`. */
export type TextKey = { [C in Code]: `${C}.${NameOf<C>}` }[Code]

/** A name in the table: the beginning of a sentence's key. */
export type Code = keyof Texts

/** Names between double braces. */
type Named<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Named<Rest>
  : never

type TextOf<C extends Code, Name> = Name extends keyof Texts[C]
  ? Texts[C][Name]
  : Name extends string
    ? `${Name}_other` extends keyof Texts[C]
      ? Texts[C][`${Name}_other`]
      : never
    : never

/** What a text needs. */
type Needs<Text> = Record<Named<Text>, Param>

/** Endings of a code's names: `mapped` where it has a `message_mapped`. */
type Variant<C extends Code> =
  NameOf<C> extends infer Name
    ? Name extends `message_${infer V}` | `remedy_${infer V}`
      ? V
      : never
    : never

type Picked<C extends Code, Name extends string, V extends string> = V extends unknown
  ? `${Name}_${V}` extends NameOf<C>
    ? TextOf<C, `${Name}_${V}`>
    : TextOf<C, Name>
  : never

/** One sentence of the table; one that counts goes by `count`. */
export function phrase<C extends Code, Name extends NameOf<C>>(
  code: C,
  name: Name,
  params: Needs<TextOf<C, Name>>
): Phrase {
  return { key: `${code}.${name}` as TextKey, params: only(textOf(code, name) ?? "", params) }
}

/** Message and remedy of a code, in the variant that is named where there is one. */
export function say<C extends Code, V extends Variant<C> | "" = "">(
  code: C,
  params: Needs<Picked<C, "message", V> | Picked<C, "remedy", V>>,
  variant?: V
): { code: C } & Said {
  return {
    code,
    ...saying({
      message: part(code, "message", params, variant),
      remedy: part(code, "remedy", params, variant),
    }),
  }
}

/** All sentences of a code in a row, what is wrong first. */
export function phrases<C extends Code, V extends Variant<C> | "" = "">(
  code: C,
  params: Needs<Picked<C, "message", V> | Picked<C, "remedy", V>>,
  variant?: V
): Phrase[] {
  return inARow(say(code, params, variant))
}

/** What was said sentence by sentence, what is wrong first. */
export function inARow(said: Worded): Phrase[] {
  const { message, remedy } = wordsOf(said)
  return [...message, ...remedy]
}

/** Sentences of several that say something else than those before them. */
export function distinct(said: Phrase[][]): Phrase[][] {
  return [...new Map(said.map((one) => [english(one), one])).values()]
}

/** The first of several causes, and how many others there are; a cause that several have counts once. */
export function inShort(causes: Phrase[][]): Phrase[] {
  const [first, ...others] = distinct(causes)
  if (first === undefined) return []
  const more = others.length > 0 ? [phrase("poll_more", "message", { count: others.length })] : []
  return [...first, ...more]
}

/** Sentences with their English, where no remedy stands beside them. */
export function spoken(phrases: Phrase[]): { message: string; words: Phrase[] } {
  return { message: english(phrases), words: phrases }
}

/** Words with their English. */
export function saying(words: Words): Said {
  return { message: english(words.message), remedy: english(words.remedy), words }
}

/** The words of what was said; what has none is repeated as it is. */
export function wordsOf({ message, remedy, words }: Worded): Words {
  return words ?? { message: verbatim(message), remedy: verbatim(remedy) }
}

/** What was said, perhaps by other hands, which have no words for it. */
export interface Worded {
  message: string
  remedy: string
  words?: Words | null
}

/** A text that comes from elsewhere, such as Walmart's, as a sentence that no language changes. */
export function verbatim(text: string): Phrase[] {
  return text === "" ? [] : [phrase("verbatim", "message", { text })]
}

/** Sentences with their English. */
export interface Text {
  text: string
  words: Phrase[]
}

/** Sentences with their English. */
export function textIn(phrases: Phrase[]): Text {
  return { text: english(phrases), words: phrases }
}

/** Sentences in English; null for none. */
export function englishOf(phrases: Phrase[] | null): string | null {
  return phrases && english(phrases)
}

/** Sentences in English. */
export function english(phrases: Phrase[]): string {
  return phrases.map(({ key, params }) => filled(textAt(key, params), params)).join(" ")
}

function part(code: Code, name: string, params: Params, variant: string | undefined): Phrase[] {
  const named = [`${name}_${variant}`, name].find((one) => textOf(code, one) !== undefined)
  if (named === undefined) return []
  return [{ key: `${code}.${named}` as TextKey, params: only(textOf(code, named) ?? "", params) }]
}

/** What the text names, and nothing else, so that nothing is kept that is not shown. */
function only(text: string, params: Params): Params {
  return Object.fromEntries(Object.entries(params).filter(([name]) => text.includes(`{{${name}}}`)))
}

function textAt(key: string, { count }: Params): string {
  const [code, name] = key.split(".")
  return textOf(code, name, count === 1 ? "one" : "other") ?? ""
}

function textOf(code: string, name: string, form = "other"): string | undefined {
  const texts: Record<string, Record<string, string>> = TEXTS
  return texts[code]?.[name] ?? texts[code]?.[`${name}_${form}`]
}

function filled(text: string, params: Params): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => shown(params[name] ?? ""))
}

function shown(value: Param): string {
  if (typeof value !== "object") return String(value)
  if (Array.isArray(value)) return english(value)
  const [items, type] = listed(value)
  const names = items.map((item) => (typeof item === "string" ? item : english(item)))
  return new Intl.ListFormat("en-GB", { type }).format(names)
}

function listed(list: List): [readonly ListItem[], "conjunction" | "disjunction"] {
  return "and" in list ? [list.and, "conjunction"] : [list.or, "disjunction"]
}
