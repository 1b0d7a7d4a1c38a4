import {
  createHook,
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { MapCarriersInput } from "../reconciliation/map-carriers-input"
import { carriersByFulfillment } from "../shared/hook-results"
import { checkWalmartShipmentStep, keepWalmartShippingChoiceStep } from "./steps/check-shipment"
import { type CheckShipmentInput, loadWalmartShipmentStep } from "./steps/load-shipment"

export const checkWalmartShipmentWorkflowId = "check-walmart-shipment"

/**
 * Asked by the native Ship routes before anything is saved. A store names carriers with the hook `mapCarriers`, which the
 * planner offers too, and adds its own rules with the hook `validateShipment`, whose handler throws a MedusaError of type
 * `invalid_data` to refuse.
 */
export const checkWalmartShipmentWorkflow = createWorkflow(
  checkWalmartShipmentWorkflowId,
  function (shipment: WorkflowData<CheckShipmentInput>) {
    const loaded = loadWalmartShipmentStep(shipment)
    const about: MapCarriersInput = { order_id: loaded.order_id, loaded: loaded.loaded }
    const mapCarriers = createHook("mapCarriers", about, { resultValidator: carriersByFulfillment })
    const named = mapCarriers.getResult()
    const carriers = transform({ named }, (data) => data.named ?? null)
    const checked = checkWalmartShipmentStep({ shipment, loaded, carriers })
    const validateShipment = createHook("validateShipment", { shipment, checked })
    keepWalmartShippingChoiceStep({ shipment, checked })
    return new WorkflowResponse(checked, { hooks: [mapCarriers, validateShipment] })
  }
)
