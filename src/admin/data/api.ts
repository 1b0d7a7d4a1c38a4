import type { WalmartPhrase } from "../../types/http"
import type { Spoken } from "./spoken"

declare const __BACKEND_URL__: string | undefined
declare const __AUTH_TYPE__: "session" | "jwt" | undefined
declare const __JWT_TOKEN_STORAGE_KEY__: string | undefined

/** A call to the admin API that failed. `status` is 0 when the server was not reached. */
export class ApiError extends Error {
  constructor(
    message: string,
    readonly status: number,
    /** The message for a translation, where the server has one. */
    readonly said: Spoken | null = null,
    /** Names what is wrong, for programs; empty where the server names nothing. */
    readonly code: string = ""
  ) {
    super(message)
    this.name = "ApiError"
  }
}

/** What a call sends besides its path. */
export interface ApiCall {
  method?: "GET" | "POST" | "DELETE"
  /** Values left undefined are not sent. */
  query?: Record<string, string | number | undefined>
  body?: object
}

/**
 * Calls Medusa's admin API as the dashboard does, with its backend address and its way of logging in (the names above are put
 * in by the store's admin build). A client of its own would be one more package in every store's admin.
 * @param path from `/admin/` on, like `walmart/orders`
 * @throws ApiError with the server's message
 */
export async function callApi<T>(path: string, call: ApiCall = {}): Promise<T> {
  const response = await send(path, call)
  const answer = await readJson(response)
  if (response.ok) return answer as T
  throw refusalIn(answer, response.status)
}

/**
 * Reads a file of the admin API.
 * @throws ApiError with the server's message
 */
export async function callFile(path: string, query: ApiCall["query"] = {}): Promise<Blob> {
  const response = await send(path, { query })
  if (response.ok) return response.blob()
  throw refusalIn(await readJson(response), response.status)
}

async function send(
  path: string,
  { method = "GET", query = {}, body }: ApiCall
): Promise<Response> {
  const base = (__BACKEND_URL__ ?? "").replace(/\/$/, "")
  try {
    return await fetch(`${base}/admin/${path}${queryText(query)}`, {
      method,
      headers: { ...authorization(), "Content-Type": "application/json" },
      credentials: "include",
      body: body ? JSON.stringify(body) : undefined,
    })
  } catch (error) {
    throw new ApiError(error instanceof Error ? error.message : String(error), 0)
  }
}

function queryText(query: Required<ApiCall>["query"]): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [[name, String(value)]]
  )
  return pairs.length ? `?${new URLSearchParams(pairs)}` : ""
}

function authorization(): Record<string, string> {
  if (__AUTH_TYPE__ !== "jwt") return {}
  const token = window.localStorage.getItem(__JWT_TOKEN_STORAGE_KEY__ ?? "medusa_auth_token")
  return token ? { Authorization: `Bearer ${token}` } : {}
}

/** A proxy in front of the store may answer with a page instead of JSON; its status then says what happened. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

interface RefusalBody {
  message?: unknown
  code?: unknown
  words?: WalmartPhrase[]
}

/** The plugin's refusals have their sentences beside Medusa's message. */
function refusalIn(answer: unknown, status: number): ApiError {
  const { message = "", words, code = "" } = (answer ?? {}) as RefusalBody
  return refusal(String(message), words, status, String(code ?? ""))
}

/** What the server refused, in English and, where it has them, in sentences for a translation. */
export function refusal(
  message: string,
  words: WalmartPhrase[] | undefined,
  status: number,
  code = ""
): ApiError {
  const said = words ? { message, words: { message: words, remedy: [] } } : null
  return new ApiError(message, status, said, code)
}
