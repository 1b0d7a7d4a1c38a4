import { type Passing, Relay } from "./relay"

/**
 * What the proxy does with what comes next:
 * `pass` lets everything through; `cut_request` ends the connection when a request arrives, nothing reaches the server;
 * `cut_answer` ends it when the answer arrives, so that only the server knows; `stall` swallows everything and keeps the
 * connection open, as a peer does that has silently gone; `refuse` ends every connection at once.
 */
export type ProxyMode = "pass" | "cut_request" | "cut_answer" | "stall" | "refuse"

/** A TCP proxy on 127.0.0.1 that breaks connections on request. */
export class TcpProxy extends Relay {
  mode: ProxyMode = "pass"
  connections = 0

  protected accepts(): boolean {
    this.connections++
    return this.mode !== "refuse"
  }

  protected onPassing({ direction, pass }: Passing): void {
    if (this.mode === "stall") return
    if (this.mode === `cut_${direction}`) return this.cutAll()
    pass()
  }
}
