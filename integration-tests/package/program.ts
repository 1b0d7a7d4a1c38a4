import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"

/** What is run, where and with which variables. */
export interface Command {
  file: string
  args: string[]
  cwd: string
  env: NodeJS.ProcessEnv
}

/** How much of what a program printed its failure repeats. */
const LAST_CHARACTERS = 6_000

/** A program that was started here. What is left of it when jest ends is ended by `scripts/test.ts`. */
export class Program {
  private text = ""
  private readonly child: ChildProcess
  private readonly ended: Promise<number | null>

  /** @param name what its failures call it */
  constructor(
    private readonly name: string,
    { file, args, cwd, env }: Command
  ) {
    this.child = spawn(file, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] })
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on("data", (chunk: Buffer) => (this.text += chunk.toString()))
    }
    this.ended = once(this.child, "close").then(([code]: (number | null)[]) => code)
    // Whoever waits hears of a program that could not be started.
    this.ended.catch(() => {})
  }

  /** Everything it has printed so far, on both channels. */
  get printed(): string {
    return this.text
  }

  /**
   * Waits for its end and returns what it printed.
   * @throws Error with that when it fails, or is not ready with its work after so many seconds; then it is ended
   */
  async result(seconds: number): Promise<string> {
    const code = await this.within(seconds, "end", this.ended)
    if (code === 0) return this.text
    throw this.fault(`ended with ${code}`)
  }

  /**
   * Waits until it has printed these words.
   * @throws Error with what it printed when it ends before, or does not say them in so many seconds; then it is ended
   */
  async says(words: string, seconds: number): Promise<void> {
    const heard = new Promise<void>((done) => {
      const listen = () => this.text.includes(words) && done()
      for (const stream of [this.child.stdout, this.child.stderr]) stream?.on("data", listen)
    })
    const tooSoon = this.ended.then((code) => {
      throw this.fault(`ended with ${code}`)
    })
    await this.within(seconds, `say "${words}"`, Promise.race([heard, tooSoon]))
  }

  /** Asks it to end, waits until it did, and ends it by force when it takes longer than ten seconds. */
  async stop(): Promise<void> {
    this.child.kill("SIGTERM")
    const force = setTimeout(() => this.kill(), 10_000)
    await this.ended
    clearTimeout(force)
  }

  private async within<T>(seconds: number, what: string, work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_done, fail) => {
      const giveUp = () => {
        this.kill()
        fail(this.fault(`did not ${what} within ${seconds} s`))
      }
      timer = setTimeout(giveUp, seconds * 1000)
    })
    return Promise.race([work, late]).finally(() => clearTimeout(timer))
  }

  private kill(): void {
    this.child.kill("SIGKILL")
  }

  private fault(words: string): Error {
    return new Error(`${this.name} ${words}. It printed:\n${this.text.slice(-LAST_CHARACTERS)}`)
  }
}

/**
 * What an expression is for a Node of its own in a folder, where `require` finds what is installed there. It must be JSON.
 * @throws Error with what it printed when it cannot be evaluated
 */
export async function askNode<T>(folder: string, expression: string): Promise<T> {
  const script = `const answer = ${expression}; console.log("\\n" + JSON.stringify(answer)); process.exit(0)`
  const asked = {
    file: process.execPath,
    args: ["-e", script],
    cwd: folder,
    env: plainEnvironment(),
  }
  const printed = await new Program("a question to Node", asked).result(60)
  return JSON.parse(printed.trim().split("\n").at(-1) ?? "")
}

/** What a process has that is none of the test runner's. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env
  return { PATH, HOME }
}
