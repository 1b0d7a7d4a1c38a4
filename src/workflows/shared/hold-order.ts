import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/**
 * Does work on a Medusa order while nobody else of the plugin changes it, in any process that shares Medusa's locking module. Core's
 * workflows lock the order's id themselves, which is why the key is another one.
 * @param waitSeconds how long to wait for whoever holds the order now
 * @throws the locking module's error when that takes longer, or what `work` throws
 */
export async function holdOrder<T>(
  container: MedusaContainer,
  orderId: string,
  waitSeconds: number,
  work: () => Promise<T>
): Promise<T> {
  const locking = container.resolve(Modules.LOCKING)
  return locking.execute([`walmart:${orderId}`], work, { timeout: waitSeconds })
}
