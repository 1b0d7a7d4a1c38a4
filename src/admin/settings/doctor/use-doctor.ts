import type { AdminWalmartDoctorResponse } from "../../../types/http"
import { useAction } from "../../common/use-action"
import { callApi } from "../../data/api"

/** Runs all checks; nothing on the screens changes by it. */
export function useDoctor() {
  return useAction(
    () => callApi<AdminWalmartDoctorResponse>("walmart/doctor", { method: "POST" }),
    { done: () => null, showsError: true, renews: [] }
  )
}
