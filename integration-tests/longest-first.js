const { default: Sequencer } = require("@jest/test-sequencer")

/** Specs that start whole stores one after the other; begun last, they would keep one core idle at the end. */
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
