import type { PlanInput } from "./sides"
import type { Correction, CorrectionContext, CorrectionResult } from "./correction"
import type { z } from "@medusajs/framework/zod"
import type { WalmartClient, WriteResult } from "../../api/client"
import type { CallLimits, NextAction } from "./next-action"
import type { Order } from "../../orders/order"
import type { LineUnits } from "../payloads/payload-parts"
import type { EndpointName } from "../../api/endpoint-limits"
import type { RefundLine } from "../../refunds/find-lines"
import type { Package } from "../payloads/shipment-payload"
import type { Phrase } from "../../words/phrase"
import type { KnownUpdate, PlannedUpdate, UpdatePayload } from "./update"

/** A schema of an object whose `kind` is a literal. */
export type PayloadSchema<Payload> = z.ZodType<Payload> & z.core.$ZodTypeDiscriminable

/** What an update is about, for screens, search, and whoever asks which lines it names. What is left out does not apply. */
export interface Content {
  /** Medusa fulfillment it tells about. */
  fulfillmentId: string | null
  packages: Package[]
  /** Reason code of the market; empty while nobody chose one. */
  reason: string | null
  /** Units that are in no package. */
  lines: LineUnits[]
  /** Money that the buyer gets back. */
  refunds: RefundLine[]
  /** A person decided to ship although the customer asked Walmart to cancel. */
  shipAnyway: boolean
}

/** What the planner looks at, and what it knows of it. */
export interface PlanFacts extends PlanInput {
  /** An unfinished update cannot be read, so it may be the very one that seems to be missing. */
  hasUnreadable: boolean
  /** Unfinished updates that this very plan supersedes, in sequence: what a person decided about them holds for what replaces them. */
  givenUp: KnownUpdate[]
}

/**
 * Everything that is particular to one kind of update; the registry (`kinds.ts`) has one of each. All of it is pure but `send`.
 */
export interface Kind<Payload = UpdatePayload> {
  /** Says what a payload holds; its type is inferred from it. */
  schema: PayloadSchema<Payload>
  /** Where it is sent to, which is whose rate limit and breaker it has; kinds may share one. */
  endpoint: EndpointName
  /** Which kind a sender takes first when several are due: the lowest. */
  urgency: number
  /** Whether units move by it, so that both sides of the order are compared once Walmart shows it. */
  movesUnits: boolean
  /**
   * Whether it wants a total that Walmart shall show, so that the order alone says whether it has arrived, as units canceled of a line
   * or left under a replaced tracking number; units of a parcel are an addition, and whose they are is for all parcels together to say.
   */
  isTotal: boolean
  /** What a person may change about it. */
  correctable: readonly (keyof Correction)[]

  /** Whether this version understands a payload of the current version; nothing is concluded from one that it does not. */
  isReadable(payload: Payload): boolean
  /** What is wanted and not known yet. */
  missing(facts: PlanFacts): PlannedUpdate<Payload>[]
  /** Whether an unfinished update is one of this kind that must not be sent any more. Asked about updates of every kind. */
  isUnwanted(input: PlanInput, update: KnownUpdate): boolean
  /**
   * Compares the first updates of an order, all of this kind, with what Walmart shows.
   * @throws TypeError when a payload cannot be read
   */
  next(
    order: Order,
    head: KnownUpdate<Payload>[],
    all: KnownUpdate[],
    limits: CallLimits
  ): NextAction
  /**
   * Makes the call that `next` decided on.
   * @param startBy epoch milliseconds; later it is not begun any more
   * @throws WalmartError
   */
  send(
    client: WalmartClient,
    purchaseOrderId: string,
    body: object | null,
    startBy: number
  ): Promise<WriteResult>
  /** Applies a correction and checks the whole payload; an empty one says whether it may be sent as it is. */
  correct(
    payload: Payload,
    correction: Correction,
    context: CorrectionContext
  ): CorrectionResult<Payload>
  /** What it is about. */
  content(payload: Payload): Partial<Content>
  /** As staff know it from the Walmart box, in the middle of a sentence. */
  describe(payload: Payload): Phrase
}
