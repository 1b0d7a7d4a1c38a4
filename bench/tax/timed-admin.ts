import axios, { type AxiosInstance } from "axios"
import { performance } from "node:perf_hooks"
import { AdminClient } from "../../testing/admin-client"
import { ADMIN } from "../../testing/seed"

/** Medusa's own requests that are compared, by what a person does. */
const SCREENS = {
  "order list": ["get", /^\/admin\/orders$/],
  "order page": ["get", /^\/admin\/orders\/[^/]+$/],
  fulfil: ["post", /^\/admin\/orders\/[^/]+\/fulfillments$/],
  ship: ["post", /\/fulfillments\/[^/]+\/shipments$/],
  cancel: ["post", /^\/admin\/orders\/[^/]+\/cancel$/],
} satisfies Record<string, [string, RegExp]>

/** A request that is compared. */
export type Screen = keyof typeof SCREENS

/** All of them. */
export const ALL_SCREENS = Object.keys(SCREENS).filter(isScreen)

function isScreen(name: string): name is Screen {
  return name in SCREENS
}

/** A person at a store's admin, with a clock for each of the native requests. */
export class TimedAdmin {
  /** Milliseconds that each request took, in the order they were made. */
  readonly taken: Record<Screen, number[]> = {
    ...{ "order list": [], "order page": [], fulfil: [], ship: [], cancel: [] },
  }

  private constructor(
    readonly admin: AdminClient,
    http: AxiosInstance
  ) {
    const startedAt = new WeakMap<object, number>()
    http.interceptors.request.use((config) => {
      startedAt.set(config, performance.now())
      return config
    })
    http.interceptors.response.use((answer) => {
      this.note(answer.config, performance.now() - (startedAt.get(answer.config) ?? 0))
      return answer
    })
  }

  /** Logs in at a store. */
  static async at(url: string): Promise<TimedAdmin> {
    const http = axios.create({ baseURL: url })
    const timed = new TimedAdmin(new AdminClient(http), http)
    await timed.admin.login(ADMIN)
    return timed
  }

  /** Forgets what was timed: the first requests to a store pay for its start. */
  forget(): void {
    for (const screen of ALL_SCREENS) this.taken[screen].length = 0
  }

  private note({ method = "", url = "" }: { method?: string; url?: string }, ms: number): void {
    const screen = ALL_SCREENS.find((name) => {
      const [verb, path] = SCREENS[name]
      return verb === method && path.test(url)
    })
    if (screen) this.taken[screen].push(ms)
  }
}
