import { createHook, createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { checkWalmartShipmentStep, type CheckShipmentStepInput } from "./steps/check-shipment"

export const checkWalmartShipmentWorkflowId = "check-walmart-shipment"

/**
 * Asked by the native Ship routes before anything is saved. A store adds its own rules with the hook `validateShipment`, whose
 * handler throws a MedusaError of type `invalid_data` to refuse.
 */
export const checkWalmartShipmentWorkflow = createWorkflow(
  checkWalmartShipmentWorkflowId,
  function (input: CheckShipmentStepInput) {
    const checked = checkWalmartShipmentStep(input)
    const validateShipment = createHook("validateShipment", { shipment: input, checked })
    return new WorkflowResponse(checked, { hooks: [validateShipment] })
  }
)
