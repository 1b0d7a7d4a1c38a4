const { createHash } = require("node:crypto")
const { execFileSync } = require("node:child_process")
const { default: Sequencer } = require("@jest/test-sequencer")

/** Specs that take a minute or more, longest first; begun last, one would keep a core idle at the end. */
const LONGEST = [
  "store-crashes",
  "native-routes",
  "import-crashes",
  "upgrade",
  "admin-api",
  "hostile-input",
  "import.spec",
  "faults/crashes",
  "http/overload",
  "http/mirror.spec",
  "http/returns.spec",
  "order-edits",
]

/** Begins with the longest specs, whatever the size of their files. */
module.exports = class LongestFirst extends Sequencer {
  /** In jest's own order otherwise; where time may run out, in another order for each commit, so that no spec is always left out. */
  sort(tests) {
    const others = process.env.TESTS_END_AT ? shuffled(tests) : super.sort(tests)
    const rank = ({ path }) => {
      const place = LONGEST.findIndex((name) => path.includes(name))
      return place === -1 ? LONGEST.length : place
    }
    return [...others].sort((one, other) => rank(one) - rank(other))
  }
}

function shuffled(tests) {
  const commit = execFileSync("git", ["rev-parse", "HEAD"], { encoding: "utf8" })
  const placeOf = ({ path }) => createHash("sha256").update(commit).update(path).digest("hex")
  return [...tests].sort((one, other) => placeOf(one).localeCompare(placeOf(other)))
}
