import { connect } from "../testing/connect"
import { createSender } from "../integration-tests/faults/harness/sender"
import { parseOptions, type WalmartPluginOptions } from "../src/modules/walmart/config/options"

/** What a process holds after it has tidied up, in bytes. */
export interface Held {
  heap: number
  rss: number
}

/** What the process is started with. */
export interface SendArguments {
  url: string
  options: WalmartPluginOptions
}

/** A process that only sends: at every message everything that is due, then it answers what it holds in memory. */
const { url, options }: SendArguments = JSON.parse(process.argv[2])
const sender = createSender(connect(url), parseOptions(options))

process.on("message", () => {
  void sender.round(options.concurrency ?? 5).then(() => {
    global.gc?.()
    const { heapUsed: heap, rss } = process.memoryUsage()
    const held: Held = { heap, rss }
    process.send?.(held)
  })
})
