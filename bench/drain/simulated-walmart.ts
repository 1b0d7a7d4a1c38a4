import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { createInterface } from "node:readline"
import axios from "axios"

const ROOT = join(__dirname, "../..")

/** A simulated Walmart in a process of its own, without rate limits, so that it takes no time from who is measured. */
export class SimulatedWalmart {
  private constructor(
    readonly url: string,
    private readonly process: ChildProcess
  ) {}

  /** @throws Error when it ends before it listens */
  static async start(): Promise<SimulatedWalmart> {
    const args = ["--import", "tsx", "simulator/cli.ts", "--port", "0"]
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] })
    const lines = createInterface({ input: child.stdout })
    const [line] = await Promise.race([once(lines, "line"), once(child, "exit")])
    const url = /https?:\S+/.exec(String(line))?.[0]
    if (!url) throw new Error(`The simulated Walmart did not start: ${line}`)
    return new SimulatedWalmart(url, child)
  }

  /** Forgets everything and makes orders anew. @returns their purchase order numbers */
  async orders(count: number): Promise<string[]> {
    await this.ask("POST", "__control/reset", {})
    await this.ask("POST", "__control/rate-limits", { off: true })
    const numbers: string[] = []
    for (let n = 0; n < count; n++) {
      const body = { lines: [{ sku: "MUG-1", quantity: 1, price: 10 }] }
      const made = await this.ask<{ purchaseOrderId: string }>(
        "POST",
        "v1/simulations/orders",
        body
      )
      numbers.push(made.purchaseOrderId)
    }
    return numbers
  }

  /** How many acknowledgments it took, and of how many orders. */
  async acknowledged(): Promise<{ calls: number; orders: number }> {
    const entries = await this.ask<Entry[]>("GET", "__control/ledger")
    const taken = entries.filter(({ effect }) => effect === "acknowledged")
    const orders = new Set(taken.map(({ purchaseOrderId }) => purchaseOrderId)).size
    return { calls: taken.length, orders }
  }

  stop(): void {
    this.process.kill()
  }

  private async ask<T>(method: string, path: string, data?: object): Promise<T> {
    const url = `${this.url}/${path}`
    const { data: answer } = await axios.request<T>({ method, url, data })
    return answer
  }
}

interface Entry {
  effect: string
  purchaseOrderId: string
}
