import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"

/*
 * Runs of one workflow side by side, which take every step together: at a step that is `batched` each run waits until all others are
 * there too, and the step's work is done once, for all of them. A run that has ended is waited for no longer; one that waits for
 * something else, such as a store's hook, holds the others up, as it would one after the other. A run of its own is a batch of one.
 */

/** What a step does for several runs at once, in a way that may be repeated. @returns an answer for each, in their order */
export type ForAll<In, Out> = (container: MedusaContainer, inputs: In[]) => Promise<Out[]>

/** What a step's work needs of the run it belongs to; Medusa gives it to every step. */
export interface StepOfRun {
  container: MedusaContainer
  transactionId?: string
}

/**
 * Does something once for all, with runs that take their steps together.
 * @param work starts one of the runs under the transaction id that it is given
 * @returns how each of them ended, in their order
 */
export async function inOneBatch<T, R>(
  things: T[],
  work: (thing: T, transactionId: string) => Promise<R>
): Promise<PromiseSettledResult<R>[]> {
  const batch = new Batch()
  const runs = things.map((thing) => ({ thing, id: batch.join() }))
  return Promise.allSettled(
    runs.map(({ thing, id }) => work(thing, id).finally(() => batch.leave(id)))
  )
}

/**
 * Makes work for many of a step's work for one: called by each run of a batch with its own input, it works once for all. When that
 * fails it is tried with halves, down to the single runs, so that only those fail whose own work does.
 */
export function batched<In, Out>(
  work: ForAll<In, Out>
): (step: StepOfRun, input: In) => Promise<Out> {
  const waiting = new Map<Batch, Waiting<In, Out>[]>()
  return (step, input) =>
    new Promise<Out>((resolve, reject) => {
      const { container, transactionId: run = "" } = step
      const batch = BATCHES.get(run)
      const own = { input, resolve, reject, place: batch?.placeOf(run) ?? 0 }
      if (!batch) return void answer(container, work, [own])
      const others = waiting.get(batch)
      if (others) others.push(own)
      else {
        const all = [own]
        waiting.set(batch, all)
        batch.whenAllWait(() => {
          waiting.delete(batch)
          void answer(container, work, all.sort(byPlace))
        })
      }
      batch.wait(run)
    })
}

/** A run that waits for the others at a step. */
interface Waiting<In, Out> {
  input: In
  /** Of its run in the batch. */
  place: number
  resolve: (answer: Out) => void
  reject: (error: unknown) => void
}

function byPlace(a: { place: number }, b: { place: number }): number {
  return a.place - b.place
}

async function answer<In, Out>(
  container: MedusaContainer,
  work: ForAll<In, Out>,
  waiting: Waiting<In, Out>[]
): Promise<void> {
  try {
    const inputs = waiting.map(({ input }) => input)
    const answers = await work(container, inputs)
    waiting.forEach(({ resolve }, place) => resolve(answers[place]))
  } catch (error) {
    if (waiting.length === 1) return waiting[0].reject(error)
    const half = Math.ceil(waiting.length / 2)
    await answer(container, work, waiting.slice(0, half))
    await answer(container, work, waiting.slice(half))
  }
}

/** Batches of this process, by the transaction ids of their runs. */
const BATCHES = new Map<string, Batch>()

class Batch {
  /** Runs that have not ended, with their places. */
  private readonly runs = new Map<string, number>()
  private readonly waiting = new Set<string>()
  private steps: (() => void)[] = []

  join(): string {
    const id = generateEntityId("", "wmbatch")
    this.runs.set(id, this.runs.size)
    BATCHES.set(id, this)
    return id
  }

  leave(run: string): void {
    this.runs.delete(run)
    BATCHES.delete(run)
    this.goOn()
  }

  placeOf(run: string): number | undefined {
    return this.runs.get(run)
  }

  whenAllWait(step: () => void): void {
    this.steps.push(step)
  }

  wait(run: string): void {
    this.waiting.add(run)
    this.goOn()
  }

  private goOn(): void {
    if (this.waiting.size < this.runs.size) return
    const { steps } = this
    this.steps = []
    this.waiting.clear()
    for (const step of steps) step()
  }
}
