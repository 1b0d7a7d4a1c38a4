import type { z } from "@medusajs/framework/zod"
import type * as Http from "../../../../types/http"
import type { AdminWalmartShipmentsCheck } from "../shipments/validators"
import type * as Validators from "../validators"

/** A type whose intersections and interfaces are written out, so that two can be compared. */
type Flat<T> = T extends (infer Entry)[]
  ? Flat<Entry>[]
  : T extends object
    ? { [Key in keyof T]: Flat<T[Key]> }
    : T

type IsSame<A, B> =
  (<T>() => T extends Flat<A> ? 1 : 2) extends <T>() => T extends Flat<B> ? 1 : 2 ? true : false

/** The schemas of request bodies by their names. */
type Schemas = typeof Validators & { AdminWalmartShipmentsCheck: typeof AdminWalmartShipmentsCheck }

/** Bodies as the package publishes them, by the schema that reads them. */
interface Bodies {
  AdminWalmartBulkRetry: Http.AdminWalmartBulkRetryBody
  AdminWalmartCancel: Http.AdminWalmartCancelBody
  AdminWalmartCancelUnimported: Http.AdminWalmartCancelUnimportedBody
  AdminWalmartCancellationReason: Http.AdminWalmartCancellationReasonBody
  AdminWalmartCarrier: Http.AdminWalmartCarrierBody
  AdminWalmartCase: Http.AdminWalmartCaseBody
  AdminWalmartDismiss: Http.AdminWalmartDismissBody
  AdminWalmartDismissDifferences: Http.AdminWalmartDismissBody
  AdminWalmartDismissReturn: Http.AdminWalmartDismissBody
  AdminWalmartKeys: Http.AdminWalmartKeysBody
  AdminWalmartLeaveOut: Http.AdminWalmartLeaveOutBody
  AdminWalmartNote: Http.AdminWalmartNoteBody
  AdminWalmartProduct: Http.AdminWalmartProductBody
  AdminWalmartRefund: Http.AdminWalmartRefundBody
  AdminWalmartRetry: Http.AdminWalmartRetryBody
  AdminWalmartSettings: Http.AdminWalmartSettingsChange
  AdminWalmartSetup: Http.AdminWalmartSetupBody
  AdminWalmartShipmentsCheck: Http.AdminWalmartShipmentsCheckBody
  AdminWalmartWebhookSecret: Http.AdminWalmartWebhookSecretBody
}

describe("the body of a request", () => {
  it("has the same fields for the client that writes it and for the schema that reads it", () => {
    const same: {
      [Name in keyof Schemas]: Name extends keyof Bodies
        ? IsSame<z.infer<Schemas[Name]>, Bodies[Name]>
        : false
    } = {
      AdminWalmartBulkRetry: true,
      AdminWalmartCancel: true,
      AdminWalmartCancelUnimported: true,
      AdminWalmartCancellationReason: true,
      AdminWalmartCarrier: true,
      AdminWalmartCase: true,
      AdminWalmartDismiss: true,
      AdminWalmartDismissDifferences: true,
      AdminWalmartDismissReturn: true,
      AdminWalmartKeys: true,
      AdminWalmartLeaveOut: true,
      AdminWalmartNote: true,
      AdminWalmartProduct: true,
      AdminWalmartRefund: true,
      AdminWalmartRetry: true,
      AdminWalmartSettings: true,
      AdminWalmartSetup: true,
      AdminWalmartShipmentsCheck: true,
      AdminWalmartWebhookSecret: true,
    }
    expect(Object.values(same)).not.toContain(false)
  })
})
