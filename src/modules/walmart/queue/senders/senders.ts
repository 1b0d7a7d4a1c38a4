import type { Subject } from "../../common/subject"
import { sendFeed } from "./feed-sender"
import { sendForOrder } from "./order-sender"
import { sendReturnRefund } from "./return-sender"
import type { Sender } from "./sender"
import { sendStock } from "./stock-sender"

/** Who sends for which subject. */
export const SENDERS: Record<Subject, Sender> = {
  order: sendForOrder,
  stock: sendStock,
  return: sendReturnRefund,
  feed: sendFeed,
}
