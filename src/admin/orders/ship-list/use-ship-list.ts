import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import { keys, NATIVE_ORDERS } from "../../data/keys"
import { WANTED_LIMITS } from "../../../walmart/checks/wanted-limits"
import { useWords } from "../../words/use-words"
import { checkShipments, ship } from "../ship/ship"
import { inLanes } from "./in-lanes"
import { afterShipping, entryOf, isToShip, type ListEntry, shipmentsOf } from "./list-shipments"
import { type ParsedList, parseList } from "./parse-list"

/** Each ships by several calls; more at once would only wait for each other. */
const LANES = 3

/** A list that was checked. */
interface CheckedList extends Pick<ParsedList, "faults" | "heading"> {
  entries: ListEntry[]
}

/**
 * A list on its way to Walmart: checked as a whole, then shipped parcel by parcel, until it is done or stopped. Nothing of it is kept:
 * the same list checked again shows by the orders themselves what has been shipped.
 */
export function useShipList() {
  const client = useQueryClient()
  const { problem } = useWords()
  const [list, setList] = useState<CheckedList | null>(null)
  const isStopped = useRef(false)
  const check = useMutation({ mutationFn: checkList, onSuccess: setList })
  const replace = (index: number, next: (entry: ListEntry) => ListEntry) =>
    setList((now) => now && { ...now, entries: replaced(now.entries, index, next) })

  const shipOne = async ({ entry, index }: Job) => {
    if (isStopped.current) return
    replace(index, (now) => ({ ...now, state: "shipping", why: [] }))
    try {
      const outcome = await ship(entry.wanted, entry.isConfirmed ? entry.check : null)
      replace(index, (now) => afterShipping(now, outcome))
    } catch (error) {
      replace(index, (now) => ({
        ...now,
        state: "failed",
        why: [{ text: problem(error), words: null }],
      }))
    }
  }
  const run = useMutation({
    mutationFn: (entries: ListEntry[]) => {
      isStopped.current = false
      const jobs = entries
        .map((entry, index) => ({ entry, index }))
        .filter((job) => isToShip(job.entry))
      return inLanes(jobs, { lanes: LANES, subjectOf, run: shipOne })
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.all })
      void client.invalidateQueries({ queryKey: NATIVE_ORDERS })
    },
  })
  useLeaveGuard(run.isPending)
  return {
    ...{ list, check, isRunning: run.isPending },
    ship: () => list && run.mutate(list.entries),
    stop: () => (isStopped.current = true),
    confirm: (index: number, isConfirmed: boolean) =>
      replace(index, (entry) => ({ ...entry, isConfirmed })),
    back: () => setList(null),
  }
}

interface Job {
  entry: ListEntry
  index: number
}

function subjectOf({ entry }: Job): string {
  return entry.check.order?.id ?? entry.wanted.order
}

function replaced(
  entries: ListEntry[],
  index: number,
  next: (entry: ListEntry) => ListEntry
): ListEntry[] {
  return entries.map((entry, place) => (place === index ? next(entry) : entry))
}

async function checkList(text: string): Promise<CheckedList> {
  const { rows, faults, heading } = parseList(text)
  const shipments = shipmentsOf(rows)
  const entries: ListEntry[] = []
  for (let from = 0; from < shipments.length; from += WANTED_LIMITS.shipments) {
    const batch = shipments.slice(from, from + WANTED_LIMITS.shipments)
    const answer = await checkShipments(batch.map(({ wanted }) => wanted))
    entries.push(...batch.map((shipment, index) => entryOf(shipment, answer.shipments[index])))
  }
  return { entries, faults, heading }
}

/** The browser asks before it leaves a page that is shipping. */
function useLeaveGuard(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener("beforeunload", ask)
    return () => window.removeEventListener("beforeunload", ask)
  }, [isOn])
}
