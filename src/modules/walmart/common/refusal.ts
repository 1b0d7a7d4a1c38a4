import { AsyncLocalStorage } from "node:async_hooks"
import { MedusaError } from "@medusajs/framework/utils"
import { english, type Phrase } from "../../../walmart/words/phrase"

/** Refusals of each request while it is at work. */
const heard = new AsyncLocalStorage<Refusal[]>()

/**
 * A MedusaError made of sentences that a screen may translate: its message is their English, and its code that of the first one,
 * which Medusa answers with it. Workflows hand it on as plain data, with its sentences.
 */
export class Refusal extends MedusaError {
  readonly words: Phrase[]

  /** @param type one of MedusaError.Types whose message Medusa passes on */
  constructor(type: string, phrases: Phrase[]) {
    super(type, english(phrases), phrases.at(0)?.key.split(".")[0])
    this.words = phrases
    heard.getStore()?.push(this)
  }
}

/**
 * Hands a request on, and collects what is refused while it is at work, wherever that is thrown: Medusa's error handler answers with
 * message and code of an error and with nothing else of it.
 */
export function hearRefusals(refusals: Refusal[], proceed: () => void): void {
  heard.run(refusals, proceed)
}
