import { ACCOUNT_TEXTS } from "./texts/account-texts"
import { CALL_TEXTS } from "./texts/call-texts"
import { CANCEL_TEXTS } from "./texts/cancel-texts"
import { CHECK_TEXTS } from "./texts/check-texts"
import { CHOICE_TEXTS } from "./texts/choice-texts"
import { DIFFERENCE_TEXTS } from "./texts/difference-texts"
import { DOCTOR_TEXTS } from "./texts/doctor-texts"
import { IMPORT_TEXTS } from "./texts/import-texts"
import { NOTIFICATION_TEXTS } from "./texts/notification-texts"
import { PLACE_TEXTS } from "./texts/place-texts"
import { REFUSAL_TEXTS } from "./texts/refusal-texts"
import { RETURN_TEXTS } from "./texts/return-texts"
import { ROUTE_TEXTS } from "./texts/route-texts"
import { SETUP_TEXTS } from "./texts/setup-texts"
import { STOCK_TEXTS } from "./texts/stock-texts"
import { TRACKING_TEXTS } from "./texts/tracking-texts"
import { UPDATE_TEXTS } from "./texts/update-texts"
import { WEBHOOK_TEXTS } from "./texts/webhook-texts"

/**
 * Every sentence that staff read from the server, in English: by code, then by name. `message` says what is wrong and `remedy` what
 * to do; `message_mapped` is the same in another case. What is in double braces is put in. `messages` of the admin's
 * `en.json` holds the same texts, where they can be translated.
 */
export const TEXTS = {
  ...CALL_TEXTS,
  ...REFUSAL_TEXTS,
  ...UPDATE_TEXTS,
  ...DIFFERENCE_TEXTS,
  ...IMPORT_TEXTS,
  ...RETURN_TEXTS,
  ...STOCK_TEXTS,
  ...TRACKING_TEXTS,
  ...CHOICE_TEXTS,
  ...CHECK_TEXTS,
  ...CANCEL_TEXTS,
  ...ROUTE_TEXTS,
  ...ACCOUNT_TEXTS,
  ...DOCTOR_TEXTS,
  ...PLACE_TEXTS,
  ...SETUP_TEXTS,
  ...WEBHOOK_TEXTS,
  ...NOTIFICATION_TEXTS,
}
