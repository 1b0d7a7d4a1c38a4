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
  "order-edits",
]

/** Begins with the longest specs, whatever the size of their files. */
module.exports = class LongestFirst extends Sequencer {
  /** In jest's own order otherwise. */
  sort(tests) {
    const rank = ({ path }) => {
      const place = LONGEST.findIndex((name) => path.includes(name))
      return place === -1 ? LONGEST.length : place
    }
    return super.sort(tests).sort((one, other) => rank(one) - rank(other))
  }
}
