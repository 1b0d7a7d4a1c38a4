import { createServer as createHttpsServer } from "node:https"
import { createServer, type AddressInfo, type Server, type Socket } from "node:net"
import tls from "node:tls"
import { gzipSync } from "node:zlib"
import { createTransport, type TransportRequest, TransportError } from "../http"
import {
  TEST_ONLY_AUTHORITY,
  TEST_ONLY_EXPIRED,
  TEST_ONLY_GOOD,
  TEST_ONLY_KEY,
  TEST_ONLY_SELF_SIGNED,
  TEST_ONLY_WRONG_HOST,
} from "./test-only-certificates"
import { reply, startServer, type TestServer } from "./test-server"

const GET = { method: "GET", path: "/v3/orders", headers: {} } as const
const LIMITS = { timeoutMs: 300, maxBodyBytes: 2_000 }

async function failureOf(baseUrl: string, request: TransportRequest): Promise<TransportError> {
  const failure = await createTransport({ baseUrl, ...LIMITS })
    .send(request)
    .then(
      () => new Error("the request succeeded"),
      (error: unknown) => error
    )
  if (failure instanceof TransportError) return failure
  throw failure
}

async function listen(onSocket: (socket: Socket) => void): Promise<[Server, number]> {
  const server = createServer(onSocket)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return [server, (server.address() as AddressInfo).port]
}

describe("transport", () => {
  let server: TestServer

  beforeEach(async () => {
    server = await startServer((request, response) => {
      const { pathname } = new URL(request.url, "http://local")
      switch (pathname) {
        case "/hang":
          return
        case "/trickle": {
          const timer = setInterval(() => response.write("."), 20)
          response.on("close", () => clearInterval(timer))
          return
        }
        case "/reset":
          response.socket?.destroy()
          return
        case "/half":
          response.write('{"order":', () => response.socket?.destroy())
          return
        case "/large":
          reply(response, 200, "x".repeat(3_000))
          return
        case "/redirect":
          reply(response, 302, "", { Location: "/v3/orders" })
          return
        default:
          reply(response, 200, { at: "1" }, { "X-Current-Token-Count": "7" })
      }
    })
  })

  afterEach(() => server.close())

  it("hands over status, lower-case headers and the body as text", async () => {
    const answer = await createTransport({ baseUrl: server.baseUrl, ...LIMITS }).send(GET)
    expect(answer.status).toBe(200)
    expect(answer.text).toBe('{"at":"1"}')
    expect(answer.headers["x-current-token-count"]).toBe("7")
  })

  it("sends a query that is part of the path as it is", async () => {
    const path = "/v3/orders?soIndex=1&createdEndDate=2026-01-01T00:00:00.000Z&x=a+b%2Bc%3A"
    await createTransport({ baseUrl: server.baseUrl, ...LIMITS }).send({ ...GET, path })
    expect(server.seen[0]?.url).toBe(path)
  })

  it("percent-encodes query values the way Walmart wants SKUs, and leaves out missing ones", async () => {
    const query = { sku: "a b'(1)/%é", shipNode: undefined }
    await createTransport({ baseUrl: server.baseUrl, ...LIMITS }).send({ ...GET, query })
    expect(server.seen[0]?.url).toBe("/v3/orders?sku=a%20b%27%281%29%2F%25%C3%A9")
  })

  it("sends the body byte for byte, as JSON unless told otherwise", async () => {
    const body = '{"amount": "1", "name": "Zoë"}'
    await createTransport({ baseUrl: `${server.baseUrl}/`, ...LIMITS }).send({
      ...GET,
      method: "POST",
      body,
    })
    expect(server.seen[0]?.body).toBe(body)
    expect(server.seen[0]?.headers["content-type"]).toBe("application/json")
  })

  it("sends no body at all with a bare POST", async () => {
    const transport = createTransport({ baseUrl: server.baseUrl, ...LIMITS })
    await transport.send({ ...GET, method: "POST" })
    expect(server.seen[0]?.body).toBe("")
    expect(server.seen[0]?.headers["content-length"]).toBe("0")
  })

  it("does not follow a redirect", async () => {
    const transport = createTransport({ baseUrl: server.baseUrl, ...LIMITS })
    const answer = await transport.send({ ...GET, path: "/redirect" })
    expect(answer.status).toBe(302)
    expect(server.seen).toHaveLength(1)
  })

  it("takes no proxy from the environment", async () => {
    const before = process.env.HTTP_PROXY
    process.env.HTTP_PROXY = "http://127.0.0.1:1"
    try {
      const transport = createTransport({ baseUrl: server.baseUrl, ...LIMITS })
      await expect(transport.send(GET)).resolves.toMatchObject({ status: 200 })
    } finally {
      if (before === undefined) delete process.env.HTTP_PROXY
      else process.env.HTTP_PROXY = before
    }
  })

  it.each([
    ["/hang", /^TIMEOUT$/, "nothing is answered in time"],
    ["/trickle", /^TIMEOUT$/, "the answer trickles past the deadline"],
    ["/reset", /^ECONNRESET$/, "the connection is reset"],
    ["/half", /./, "the answer breaks off"],
    ["/large", /^BODY_TOO_LARGE$/, "the answer is larger than allowed"],
  ])("%s: calls it in doubt, with code %s, when %s", async (path, code) => {
    const failure = await failureOf(server.baseUrl, { ...GET, method: "POST", path })
    expect(failure.left).toBe(true)
    expect(failure.code).toMatch(code)
    expect(server.seen).toHaveLength(1)
  })

  it("counts the body limit after decompression", async () => {
    const bomb = await startServer((_, response) => {
      response.writeHead(200, { "Content-Encoding": "gzip" })
      response.end(gzipSync("x".repeat(1_000_000)))
    })
    const failure = await failureOf(bomb.baseUrl, GET)
    await bomb.close()
    expect(failure).toMatchObject({ code: "BODY_TOO_LARGE" })
  })

  it("keeps nothing of the request in the failure, because it holds the token", async () => {
    const headers = { "WM_SEC.ACCESS_TOKEN": "eyTOKEN" }
    const failure = await failureOf(server.baseUrl, { ...GET, path: "/reset", headers })
    expect(Object.keys(failure).sort()).toEqual(["code", "left", "name"])
    expect(failure).not.toHaveProperty("cause")
  })
})

describe("transport without a connection", () => {
  it.each([
    ["http://127.0.0.1:1", /^ECONNREFUSED$/],
    ["https://walmart.invalid", /^(ENOTFOUND|EAI_AGAIN)$/],
  ])("says that nothing was sent to %s", async (baseUrl, code) => {
    const failure = await failureOf(baseUrl, GET)
    expect(failure.left).toBe(false)
    expect(failure.code).toMatch(code)
  })

  it("says that nothing was sent when the TLS handshake breaks off", async () => {
    const [server, port] = await listen((socket) => socket.destroy())
    const failure = await failureOf(`https://127.0.0.1:${port}`, GET)
    server.close()
    expect(failure.left).toBe(false)
  })

  it("says that nothing was sent when the server does not speak TLS", async () => {
    const [server, port] = await listen((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"))
    const failure = await failureOf(`https://127.0.0.1:${port}`, GET)
    server.close()
    expect(failure.left).toBe(false)
  })
})

describe("a certificate", () => {
  const POST = { ...GET, method: "POST", body: '{"orderShipment":{}}' } as const
  const PATIENT = { ...LIMITS, timeoutMs: 10_000 }

  /** What a POST to a server with this certificate comes to, and how many requests reached the server. */
  async function sentTo(cert: string): Promise<{ outcome: unknown; reached: number }> {
    let reached = 0
    const server = createHttpsServer({ key: TEST_ONLY_KEY, cert }, (_request, response) => {
      reached++
      reply(response, 200, {})
    })
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const baseUrl = `https://127.0.0.1:${(server.address() as AddressInfo).port}`
    const sending = createTransport({ baseUrl, ...PATIENT }).send(POST)
    const outcome = await sending.catch((error: unknown) => error)
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    return { outcome, reached }
  }

  /** As `NODE_EXTRA_CA_CERTS` does, which Node reads only when a process starts. */
  function trustTheAuthority(): void {
    const create = tls.createSecureContext
    jest
      .spyOn(tls, "createSecureContext")
      .mockImplementation((options) => create({ ca: TEST_ONLY_AUTHORITY, ...options }))
  }

  afterEach(() => {
    jest.restoreAllMocks()
  })

  it("that is valid carries the request", async () => {
    trustTheAuthority()
    const { outcome, reached } = await sentTo(TEST_ONLY_GOOD)
    expect(outcome).toMatchObject({ status: 200 })
    expect(reached).toBe(1)
  })

  it.each([
    ["has expired", TEST_ONLY_EXPIRED, "CERT_HAS_EXPIRED"],
    ["is signed by its own key", TEST_ONLY_SELF_SIGNED, "DEPTH_ZERO_SELF_SIGNED_CERT"],
    ["is another host's", TEST_ONLY_WRONG_HOST, "ERR_TLS_CERT_ALTNAME_INVALID"],
  ])("that %s lets no request leave, and is named by its code", async (_flaw, cert, code) => {
    trustTheAuthority()
    const { outcome, reached } = await sentTo(cert)
    expect(outcome).toBeInstanceOf(TransportError)
    expect(outcome).toMatchObject({ code, left: false, message: expect.stringContaining(code) })
    expect(reached).toBe(0)
  })

  it.each([
    ["is not shown", TEST_ONLY_GOOD, "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
    ["is shown", TEST_ONLY_GOOD + TEST_ONLY_AUTHORITY, "SELF_SIGNED_CERT_IN_CHAIN"],
  ])(
    "of an authority that nobody trusts and that %s lets no request leave",
    async (_, cert, code) => {
      const { outcome, reached } = await sentTo(cert)
      expect(outcome).toMatchObject({ code, left: false })
      expect(reached).toBe(0)
    }
  )
})

describe("a request that may not start any more", () => {
  const late = { ...GET, mayStart: () => false }

  it("is given up when the connection is there, and nothing is written", async () => {
    const received: Buffer[] = []
    const connected: Socket[] = []
    const [server, port] = await listen((socket) => {
      connected.push(socket)
      socket.on("data", (bytes) => received.push(bytes))
    })
    const failure = await failureOf(`http://127.0.0.1:${port}`, late)
    await new Promise((resolve) => server.close(resolve))
    expect(failure).toMatchObject({ code: "TOO_LATE", left: false })
    expect(connected).toHaveLength(1)
    expect(received).toEqual([])
  })

  it("is given up on a connection that another one left behind, too", async () => {
    const server = await startServer((_request, response) => reply(response, 200, {}))
    const transport = createTransport({ baseUrl: server.baseUrl, ...LIMITS })
    await transport.send(GET)
    await expect(transport.send(late)).rejects.toMatchObject({ code: "TOO_LATE", left: false })
    expect(server.seen).toHaveLength(1)
    await server.close()
  })

  it("is not asked before the TLS handshake is done", async () => {
    const mayStart = jest.fn(() => true)
    const [server, port] = await listen(() => {})
    const failure = await failureOf(`https://127.0.0.1:${port}`, { ...GET, mayStart })
    server.close()
    expect(failure.code).toBe("TIMEOUT")
    expect(mayStart).not.toHaveBeenCalled()
  })
})

describe("base URL", () => {
  const create = (baseUrl: string) => () => createTransport({ baseUrl, ...LIMITS })

  it.each(["https://marketplace.walmartapis.com", "http://localhost:4010", "http://[::1]:4010"])(
    "accepts %s",
    (baseUrl) => expect(create(baseUrl)).not.toThrow()
  )

  it.each([
    ["http://marketplace.walmartapis.com", "must begin with https://"],
    ["http://localhost.example.com", "must begin with https://"],
    ["ftp://localhost", "must begin with https://"],
    ["marketplace.walmartapis.com", "is not a URL"],
    ["https://host/?x=1", "must not hold"],
  ])("refuses %s", (baseUrl, message) => expect(create(baseUrl)).toThrow(message))

  it("does not repeat a password that stands in it", () => {
    expect(create("https://user:hunter2@host")).not.toThrow("hunter2")
    expect(create("https://user:hunter2@host")).toThrow("must not hold a user")
  })
})
