import {
  type AddressInfo,
  createServer,
  connect as connectTo,
  type Server,
  type Socket,
} from "node:net"

/** Where a relay leads to. */
export interface Address {
  host: string
  port: number
}

/** What comes by: a request from the client, or an answer from the server. */
export interface Passing {
  bytes: Buffer
  direction: "request" | "answer"
  /** Lets it through. */
  pass(): void
}

/** A TCP relay on this machine; what it does with what comes by is its heirs' business. */
export abstract class Relay {
  private readonly open = new Set<Socket>()

  constructor(
    private readonly server: Server,
    private readonly target: Address
  ) {
    server.on("connection", (client) => (this.accepts() ? this.join(client) : client.destroy()))
  }

  static async start<T extends Relay>(
    this: new (server: Server, target: Address) => T,
    target: Address
  ): Promise<T> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    return new this(server, target)
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port
  }

  /** Ends every connection now, both ways. */
  cutAll(): void {
    for (const socket of this.open) socket.destroy()
  }

  async close(): Promise<void> {
    this.cutAll()
    await new Promise((resolve) => this.server.close(resolve))
  }

  protected abstract onPassing(passing: Passing): void

  /** Whether a new connection may come in. */
  protected accepts(): boolean {
    return true
  }

  private join(client: Socket): void {
    const server = connectTo(this.target)
    this.lead(client, server, "request")
    this.lead(server, client, "answer")
  }

  private lead(from: Socket, to: Socket, direction: Passing["direction"]): void {
    this.open.add(from)
    // A broken pipe is what a relay is for.
    from.on("error", () => to.destroy())
    from.on("close", () => {
      this.open.delete(from)
      to.destroy()
    })
    from.on("data", (bytes) => this.onPassing({ bytes, direction, pass: () => to.write(bytes) }))
  }
}
