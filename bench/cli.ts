import { parseArgs } from "node:util"
import { endOnSignal } from "../scripts/end-on-signal"
import { usePostgres } from "../scripts/postgres"
import { makeTemplateStore, stopAfterTemplate } from "../scripts/template-store"
import { drain } from "./drain/drain"
import { type Figure, isWithin, line } from "./figure"
import { growth } from "./growth"
import { latency } from "./latency"
import { memory, rateUse } from "./overload"
import { screens } from "./screens"
import { statements } from "./statements"

/**
 * Measures the queue's statements and sending under load, through the module's own code, against their budgets:
 * `npm run bench` takes about twelve minutes; `npm run bench -- latency screens` measures these two only, and `--orders 100000`
 * makes statements and growth quick. The bundled server runs without fsync, and in memory where there is room; set DATABASE_URL to
 * measure a server of your own.
 */

/** What there is to measure, by the name that asks for it. */
const MEASUREMENTS: Record<string, Measurement> = {
  statements: { run: ({ orders }) => statements(orders) },
  memory: { run: () => memory(1_000) },
  rate: { run: () => rateUse() },
  latency: { run: ({ url }) => latency(url("latency"), 40), bootsStore: true },
  screens: { run: ({ url }) => screens(url("screens"), 500), bootsStore: true },
  drain: { run: ({ url, orders }) => drain(url, Math.min(orders, 2_000)) },
  growth: { run: growths, bootsStore: true },
}

interface Measurement {
  run(surroundings: Surroundings): Promise<Figure[]>
  bootsStore?: boolean
}

interface Surroundings {
  /** Orders that the statements meet, and that a grown store has sold. */
  orders: number
  /** Address of a database of this run's own. */
  url(name: string): string
}

/** Of a new store, of one that has sold a tenth, and of one that has sold all of the orders asked for. */
async function growths({ orders, url }: Surroundings): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const sold of [Math.min(1_000, orders), Math.ceil(orders / 10), orders])
    figures.push(...(await growth(url(`growth_${sold}`), sold)))
  return figures
}

async function main(): Promise<number> {
  const { orders, names } = readArguments()
  const postgres = await usePostgres()
  Object.assign(process.env, postgres.env)
  const url = (name: string) => postgres.url(`walmart_bench_${process.pid}_${name}`)
  endOnSignal(() => stopAfterTemplate(postgres))
  try {
    if (names.some((name) => MEASUREMENTS[name].bootsStore)) await makeTemplateStore(postgres)
    return await measure(names, { orders, url })
  } finally {
    await stopAfterTemplate(postgres)
  }
}

function readArguments() {
  const { values, positionals } = parseArgs({
    options: { orders: { type: "string", default: "1000000" } },
    allowPositionals: true,
  })
  const all = Object.keys(MEASUREMENTS)
  const unknown = positionals.find((name) => !all.includes(name))
  if (unknown) throw new Error(`"${unknown}" is none of: ${all.join(", ")}.`)
  const orders = Number(values.orders)
  if (!Number.isInteger(orders) || orders < 1)
    throw new Error(`--orders is "${values.orders}"; it takes a whole number from 1 on.`)
  return { orders, names: positionals.length ? positionals : all }
}

/** Says each figure as soon as it is known. */
async function measure(names: string[], surroundings: Surroundings): Promise<number> {
  let within = true
  for (const name of names) {
    console.log(`── ${name} ──`)
    for (const figure of await MEASUREMENTS[name].run(surroundings)) {
      console.log(line(figure))
      within &&= isWithin(figure)
    }
  }
  return within ? 0 : 1
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  }
)
