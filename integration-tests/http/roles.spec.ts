import { ContainerRegistrationKeys, FeatureFlag, Modules } from "@medusajs/framework/utils"
import { ADMIN } from "../../testing/seed"
import { type PluginRoute, ROUTES } from "../helpers/plugin-routes"
import { storeSuite } from "../helpers/store"

/* A store that uses Medusa's roles (feature flag `rbac`): who lacks a policy is refused, at every route of the plugin. */

// The store's configuration is read before Medusa reads its flags here; a started store does it the other way round.
process.env.MEDUSA_FF_RBAC = "true"
FeatureFlag.setFlag("rbac", true)

storeSuite(
  "Medusa's roles",
  (store) => {
    const status = async ({ method, path }: PluginRoute, body: object = {}): Promise<number> => {
      const answer = await store["http"].request({
        method,
        url: path.replace("[id]", "nobody"),
        headers: store["headers"],
        ...(method === "POST" ? { data: body } : {}),
        validateStatus: () => true,
      })
      return answer.status
    }

    /** Gives the admin user a role with these policies, and a token that tells so. */
    async function mayDo(policies: { resource: string; operation: string }[]): Promise<void> {
      const container = store.container()
      const rbac = container.resolve(Modules.RBAC)
      const [role] = await rbac.createRbacRoles([{ name: JSON.stringify(policies) }])
      for (const policy of policies) {
        const key = `${policy.resource}:${policy.operation}`
        const [known] = await rbac.listRbacPolicies({ key })
        const { id } = known ?? (await rbac.createRbacPolicies([{ key, ...policy }]))[0]
        await rbac.createRbacRolePolicies([{ role_id: role.id, policy_id: id }])
      }
      const [user] = await container.resolve(Modules.USER).listUsers({ email: ADMIN.email })
      await container.resolve(ContainerRegistrationKeys.LINK).create({
        [Modules.USER]: { user_id: user.id },
        [Modules.RBAC]: { rbac_role_id: role.id },
      })
      await store.login(ADMIN)
    }

    it.each(ROUTES)("refuse a user without any at $method $path", async (route) => {
      expect(await status(route)).toBe(403)
    })

    it("let who may read orders look, and do nothing", async () => {
      await mayDo([{ resource: "order", operation: "read" }])
      for (const route of ROUTES) {
        const isOpen = route.method === "GET" && !/\/(accounts|keys|setup)/.test(route.path)
        expect([route, (await status(route)) === 403]).toEqual([route, !isOpen])
      }
    })

    const MAY_CHANGE = ["order", "store"].flatMap((resource) =>
      ["read", "update"].map((operation) => ({ resource, operation }))
    )
    const isRefund = ({ method, path }: PluginRoute) =>
      method === "POST" && path.endsWith("/refund")

    it("let who may change orders and the store do everything but pay money back", async () => {
      await mayDo(MAY_CHANGE)
      for (const route of ROUTES)
        expect([route, (await status(route)) === 403]).toEqual([route, isRefund(route)])
    })

    it("let who may refund at Medusa too pay money back", async () => {
      await mayDo([...MAY_CHANGE, { resource: "refund", operation: "create" }])
      for (const route of ROUTES) expect([route, await status(route)]).not.toEqual([route, 403])
    })

    it("let who may not edit orders cancel a whole order, and no units of it", async () => {
      const cancel = { method: "POST", path: "/admin/walmart/orders/[id]/cancel" } as const
      const units = { reason: "any", lines: [{ line_number: "1", quantity: 1 }] }
      await mayDo(MAY_CHANGE)
      expect(await status(cancel)).not.toBe(403)
      expect(await status(cancel, units)).toBe(403)
      await mayDo(
        ["create", "update"].map((operation) => ({ resource: "order_change", operation }))
      )
      expect(await status(cancel, units)).not.toBe(403)
    })
  },
  { hasFlag: true }
)
