import { useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminWalmartSetupBody,
  AdminWalmartSetupPlansResponse,
  AdminWalmartSetupResponse,
} from "../../../types/http"
import { useAction } from "../../common/use-action"
import { callApi } from "../../data/api"
import { keys } from "../../data/keys"

/** What the store lacks; each look asks Walmart, so it is taken only when someone asks. */
export function useSetupPlans() {
  return useQuery({
    queryKey: keys.setup,
    queryFn: () => callApi<AdminWalmartSetupPlansResponse>("walmart/setup"),
    enabled: false,
    retry: false,
  })
}

/** Makes what was agreed to, and shows what is lacking then. */
export function useSetUp() {
  const client = useQueryClient()
  return useAction(
    async (body: AdminWalmartSetupBody) => {
      const call = { method: "POST", body } as const
      const answer = await callApi<AdminWalmartSetupResponse>("walmart/setup", call)
      client.setQueryData<AdminWalmartSetupPlansResponse>(keys.setup, (known) => ({
        plans: (known?.plans ?? []).map((plan) =>
          plan.account_id === body.account_id ? answer.plan : plan
        ),
      }))
      return answer
    },
    { done: () => null, showsError: true, renews: [keys.status, keys.accounts] }
  )
}
