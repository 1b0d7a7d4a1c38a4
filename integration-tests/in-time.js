const { relative } = require("node:path")
const { createEmptyTestResult } = require("@jest/test-result")
const circus = require("jest-circus/runner")

/** Jest's own runner as long as there is time: a spec that would begin after the moment `TESTS_END_AT` (epoch seconds) is skipped, and named. */
module.exports = async (globalConfig, config, environment, runtime, testPath, ...rest) => {
  const endsAt = Number(process.env.TESTS_END_AT ?? Infinity)
  if (Date.now() / 1000 < endsAt)
    return circus(globalConfig, config, environment, runtime, testPath, ...rest)
  const path = relative(config.rootDir, testPath)
  process.stderr.write(`SKIPPED ${path}: no time is left for it.\n`)
  return skipped(testPath)
}

function skipped(testFilePath) {
  const title = "is skipped, because no time is left"
  const test = {
    ...{ ancestorTitles: [], title, fullName: title, status: "pending", location: null },
    ...{ failureDetails: [], failureMessages: [], numPassingAsserts: 0 },
  }
  const result = { testFilePath, testResults: [test], skipped: true, numPendingTests: 1 }
  return { ...createEmptyTestResult(), ...result }
}
