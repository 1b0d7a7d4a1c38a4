import { useQuery } from "@tanstack/react-query"
import type { AdminWalmartDoctorResponse } from "../../../types/http"
import { callApi } from "../../data/api"
import { keys } from "../../data/keys"

const AGAIN_MS = 30_000

/** What the doctor finds, while the first steps are shown; each look asks Walmart, so it is no more often than twice a minute. */
export function useFindings() {
  return useQuery({
    queryKey: keys.findings,
    queryFn: () => callApi<AdminWalmartDoctorResponse>("walmart/doctor", { method: "POST" }),
    staleTime: AGAIN_MS,
    refetchInterval: AGAIN_MS,
    refetchOnWindowFocus: true,
    retry: false,
  })
}
