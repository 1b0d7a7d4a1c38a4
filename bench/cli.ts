import { parseArgs } from "node:util"
import { endOnSignal } from "../scripts/end-on-signal"
import { usePostgres } from "../scripts/postgres"
import { makeTemplateStore } from "../scripts/template-store"
import { drain } from "./drain/drain"
import { type Figure, isWithin, line } from "./figure"
import { growth } from "./growth"
import { imports } from "./import/import"
import { latency } from "./latency"
import { memory, rateUse } from "./overload"
import { screens } from "./screens"
import { writeReport } from "./report"
import { statements } from "./statements"
import { tax } from "./tax/tax"
import { weight } from "./weight"

/**
 * Measures the plugin through its own code and a real store, against budgets, peers and floors: `npm run bench` takes about fifteen
 * minutes; `npm run bench -- latency screens` measures these two only, `-- growth 1000000` a store that has sold so much alone.
 * `--orders 100000` makes statements and growth quick; `--smoke` makes everything small, so that each bench still checks its own result
 * and its figures mean nothing; `--json FILE` writes the figures with what they were measured on. The bundled server runs without
 * fsync, and in memory where there is room; set DATABASE_URL to measure a server of your own.
 */

/** What there is to measure, by the name that asks for it. */
const MEASUREMENTS: Record<string, Measurement> = {
  statements: { run: ({ orders }) => statements(orders) },
  memory: { run: ({ atMost }) => memory(atMost(1_000)) },
  weight: { run: ({ atMost }) => weight(atMost(2_000)) },
  rate: {
    run: ({ isSmoke }) => (isSmoke ? skipped("rate lasts as long as Walmart's minute") : rateUse()),
  },
  latency: { run: ({ url, atMost }) => latency(url("latency"), atMost(40)), bootsStore: true },
  tax: { run: ({ url, atMost }) => tax(url, atMost(100)), bootsStore: true },
  screens: { run: ({ url, atMost }) => screens(url("screens"), atMost(500)), bootsStore: true },
  import: { run: ({ url, atMost }) => imports(url, atMost(200)), bootsStore: true },
  drain: { run: ({ url, atMost }) => drain(url, atMost(2_000)) },
  growth: { run: growths, bootsStore: true },
}

interface Measurement {
  /** Figures all at once, or each as soon as it is known. */
  run(surroundings: Surroundings): Promise<Figure[]> | AsyncIterable<Figure>
  bootsStore?: boolean
}

interface Surroundings {
  /** Orders that the statements meet, and that a grown store has sold. */
  orders: number
  /** Sizes of a grown store that were asked for by number; none asks for the usual ones. */
  sizes: number[]
  /** Whether only the benches' own checks matter. */
  isSmoke: boolean
  /** As many as a bench takes, or the few of a smoke run. */
  atMost(count: number): number
  /** Address of a database of this run's own. */
  url(name: string): string
}

/**
 * Of the sizes asked for; without any, of a new store, of one that has sold a tenth, and of one that has sold all of the orders. A smoke
 * run takes the last alone.
 */
async function* growths({ orders, sizes, url, isSmoke }: Surroundings): AsyncGenerator<Figure> {
  const usual = isSmoke ? [orders] : [Math.min(1_000, orders), Math.ceil(orders / 10), orders]
  for (const sold of sizes.length > 0 ? sizes : usual) yield* growth(url(`growth_${sold}`), sold)
}

/** Orders of a smoke run. */
const FEW = 20

async function skipped(why: string): Promise<Figure[]> {
  console.log(`Skipped: ${why}.`)
  return []
}

async function main(): Promise<number> {
  const { names, file, ...asked } = readArguments()
  const { orders, isSmoke } = asked
  const atMost = (count: number) => Math.min(count, isSmoke ? FEW : orders)
  const postgres = await usePostgres()
  Object.assign(process.env, postgres.env)
  const url = (name: string) => postgres.url(`walmart_bench_${process.pid}_${name}`)
  endOnSignal(() => postgres.stop())
  try {
    if (names.some((name) => MEASUREMENTS[name].bootsStore)) await makeTemplateStore(postgres)
    const measured = await measure(names, { ...asked, url, atMost })
    if (file) writeReport(file, measured)
    const figures = Object.values(measured).flat()
    return isSmoke || figures.every(isWithin) ? 0 : 1
  } finally {
    await postgres.stop()
  }
}

function readArguments() {
  const { values, positionals } = parseArgs({
    options: {
      orders: { type: "string" },
      smoke: { type: "boolean", default: false },
      json: { type: "string" },
    },
    allowPositionals: true,
  })
  const { smoke: isSmoke, json: file } = values
  const sizes = positionals.filter((one) => /^\d+$/.test(one)).map(Number)
  const names = namesOf(positionals.filter((one) => !/^\d+$/.test(one)))
  if (sizes.length > 0 && !names.includes("growth")) throw new Error("Only growth takes sizes.")
  const orders = Number(values.orders ?? (isSmoke ? 1_000 : 1_000_000))
  if (!Number.isInteger(orders) || orders < 1)
    throw new Error(`--orders is "${values.orders}"; it takes a whole number from 1 on.`)
  if (sizes.includes(0)) throw new Error("A store has sold 1 order at least.")
  return { orders, sizes, names, isSmoke, file }
}

/** All measurements when none is named. @throws Error for a name that is none */
function namesOf(given: string[]): string[] {
  const all = Object.keys(MEASUREMENTS)
  const unknown = given.find((name) => !all.includes(name))
  if (unknown) throw new Error(`"${unknown}" is none of: ${all.join(", ")}.`)
  return given.length > 0 ? given : all
}

/** Says each figure as soon as it is known. */
async function measure(
  names: string[],
  surroundings: Surroundings
): Promise<Record<string, Figure[]>> {
  const measured: Record<string, Figure[]> = {}
  for (const name of names) {
    console.log(`── ${name} ──`)
    measured[name] = []
    for await (const figure of figuresOf(MEASUREMENTS[name].run(surroundings))) {
      console.log(line(figure))
      measured[name].push(figure)
    }
  }
  return measured
}

async function* figuresOf(measured: ReturnType<Measurement["run"]>): AsyncGenerator<Figure> {
  yield* measured instanceof Promise ? await measured : measured
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  }
)
