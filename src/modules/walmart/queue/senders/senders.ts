import type { Subject } from "../../common/subject"
import { sendForOrder } from "./order-sender"
import type { Sender } from "./sender"

/** Who sends for which subject. */
export const SENDERS: Record<Subject, Sender> = { order: sendForOrder }
