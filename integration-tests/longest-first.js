const { default: Sequencer } = require("@jest/test-sequencer")

/** Specs that take minutes; begun last, one would keep a core idle at the end. */
const LONGEST = [
  "store-crashes",
  "import-crashes",
  "import.spec",
  "admin-api",
  "native-routes",
  "upgrade",
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
