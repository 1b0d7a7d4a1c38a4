import { ALL_SCENARIOS } from "../harness/all-scenarios"
import { Stage } from "../harness/stage"
import { VARIANTS, type Variant, withoutSafeguard } from "../harness/variants"
import { fuzz } from "./run"

/**
 * `npm run fuzz:mutations -- [seconds]`: takes one safeguard away at a time and shows what notices. The exit code says whether
 * each was noticed at least once. Chance alone does not find everything, so hand-made interleavings stand beside the fuzz.
 */
async function main(): Promise<number> {
  const seconds = Number(process.argv[2] ?? 20)
  const missed: Variant[] = []
  for (const variant of VARIANTS) {
    const byHand = await interleavings(variant)
    const byChance = await chance(variant, seconds)
    console.log(`${variant.padEnd(18)} interleaving: ${byHand.padEnd(34)} fuzz: ${byChance}`)
    if (byHand === UNNOTICED && byChance === UNNOTICED) missed.push(variant)
  }
  console.log(
    missed.length === 0 ? "Every safeguard is needed." : `Unnoticed: ${missed.join(", ")}`
  )
  return missed.length
}

const UNNOTICED = "unnoticed"

async function interleavings(variant: Variant): Promise<string> {
  const noticed: string[] = []
  for (const [name, scenario] of Object.entries(ALL_SCENARIOS)) {
    const stage = await Stage.start()
    await scenario(stage, (deps) => withoutSafeguard(deps, variant))
    const kinds = new Set((await stage.findings()).map(({ what }) => what))
    if (kinds.size > 0) noticed.push(`${name} (${[...kinds].join(", ")})`)
    await stage.close()
  }
  return noticed.join(", ") || UNNOTICED
}

async function chance(variant: Variant, seconds: number): Promise<string> {
  const { findings } = await fuzz({ seconds, seed: 1, workers: 3, orders: 60, variant })
  const counts = new Map<string, number>()
  for (const { what } of findings) counts.set(what, (counts.get(what) ?? 0) + 1)
  return [...counts].map(([what, count]) => `${count} ${what}`).join(", ") || UNNOTICED
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
