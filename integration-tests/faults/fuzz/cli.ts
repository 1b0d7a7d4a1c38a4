import { parseArgs } from "node:util"
import { type Variant, VARIANTS } from "../harness/variants"
import { KINDS_OF_FINDING } from "../harness/oracle"
import { fuzz, type FuzzResult, SKUS } from "./run"

/**
 * `npm run fuzz -- [--seconds 60] [--seed N] [--workers 3] [--orders 300]`. The exit code is the verdict. A seed repeats what is
 * asked, who is killed when and which call meets which fault; how processes interleave is the machine's choice.
 */
async function main(): Promise<number> {
  const settings = readSettings()
  console.log(`fuzz: seed ${settings.seed}, ${settings.seconds} s, ${settings.workers} workers`)
  const result = await fuzz(settings)
  report(result)
  const lame = lamenessOf(result, settings.seconds)
  for (const why of lame) console.log(`no proof: ${why}`)
  if (result.findings.length === 0 && lame.length === 0) return 0
  console.log(`Run it again: npm run fuzz -- --seconds ${settings.seconds} --seed ${settings.seed}`)
  return 1
}

/** Updates a second below which a run has not asked for enough to prove anything. */
const LEAST_ASKED_PER_SECOND = 3

/** Why a run without findings proves nothing. */
function lamenessOf(
  { asked, faulty, kills, elsewhere, figures, feeds }: FuzzResult,
  seconds: number
): string[] {
  const least = LEAST_ASKED_PER_SECOND * seconds
  return [
    ...(faulty > 0.5 ? [] : [`only ${Math.round(faulty * 100)} % of the writes were faulty`]),
    ...(kills > 0 ? [] : ["no process was killed"]),
    ...(elsewhere > 0 ? [] : ["nothing was done at Walmart by others"]),
    ...(figures > SKUS && feeds > 0 ? [] : [`${figures} figures and ${feeds} feeds of stock`]),
    ...(asked >= least ? [] : [`only ${asked} updates were asked for, less than ${least}`]),
  ]
}

function readSettings() {
  const { values } = parseArgs({
    options: {
      seconds: { type: "string", default: "60" },
      seed: { type: "string", default: String(Date.now() % 1_000_000) },
      workers: { type: "string", default: "3" },
      orders: { type: "string", default: "300" },
      without: { type: "string" },
    },
  })
  return {
    seconds: positive("seconds", values.seconds),
    seed: positive("seed", values.seed),
    workers: positive("workers", values.workers),
    orders: positive("orders", values.orders),
    variant: variantOf(values.without),
  }
}

function variantOf(name: string | undefined): Variant | undefined {
  const variant = VARIANTS.find((known) => known === name)
  if (name === undefined || variant) return variant
  throw new Error(`--without must be one of ${VARIANTS.join(", ")}, "${name}" is not.`)
}

function positive(name: string, text: string): number {
  const number = Number(text)
  if (Number.isInteger(number) && number > 0) return number
  throw new Error(`--${name} must be a whole number above 0, "${text}" is not.`)
}

function report(result: FuzzResult): void {
  const count = (what: string) => result.findings.filter((finding) => finding.what === what).length
  const share = `${Math.round(result.faulty * 100)} % of ${result.writes} writes faulty`
  console.log(
    `${result.asked} updates asked for, ${share}, ${result.kills} kills, ${result.stops} stops, ${result.cuts} cuts, ${result.old} old reads, ${result.elsewhere} changes by others, ${result.figures} figures and ${result.feeds} feeds of stock, drained in ${result.drainSeconds.toFixed(1)} s`
  )
  for (const what of KINDS_OF_FINDING) {
    console.log(`${what.padEnd(12)} ${count(what)}`)
  }
  for (const { what, detail } of result.findings.slice(0, 20)) console.log(`  ${what}: ${detail}`)
}

// Ending without a verdict is no success.
process.exitCode = 1

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.message)
    process.exit(1)
  }
)
