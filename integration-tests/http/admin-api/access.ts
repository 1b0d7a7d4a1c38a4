import { AdminClient } from "../../../testing/admin-client"
import type { TestStore } from "../../helpers/store"
import { refusal } from "./support"

const ROUTES: ["get" | "post", string][] = [
  ["get", "orders"],
  ["get", "orders/counts"],
  ["get", "orders/export"],
  ["get", "orders/wmo_1"],
  ["get", "orders/wmo_1/evidence"],
  ["post", "orders/wmo_1/import"],
  ["post", "orders/wmo_1/product"],
  ["post", "orders/wmo_1/acknowledge"],
  ["post", "orders/wmo_1/cancel-unimported"],
  ["post", "orders/wmo_1/refresh"],
  ["post", "orders/wmo_1/cancellation-reason"],
  ["get", "orders/wmo_1/cancellation"],
  ["post", "orders/wmo_1/cancel"],
  ["post", "orders/wmo_1/carrier"],
  ["post", "shipments/check"],
  ["get", "updates"],
  ["get", "updates/wmu_1"],
  ["post", "updates/wmu_1/retry"],
  ["post", "updates/wmu_1/dismiss"],
  ["post", "updates/retry"],
  ["get", "accounts"],
  ["get", "accounts/main/settings"],
  ["post", "accounts/main/settings"],
  ["post", "accounts/main/test"],
  ["post", "accounts/main/pause"],
  ["post", "accounts/main/resume"],
  ["get", "status"],
]

export function accessTests(store: TestStore): void {
  it("is closed to strangers on every route", async () => {
    const stranger = new AdminClient(store["http"])
    for (const [method, path] of ROUTES) {
      const { status } = await refusal(stranger[method](`/admin/walmart/${path}`))
      expect([path, status]).toEqual([path, 401])
    }
  })
}
