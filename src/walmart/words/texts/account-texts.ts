/** What is said of an account whose orders cannot be fetched, and of keys that cannot be used. */
export const ACCOUNT_TEXTS = {
  account_renamed: {
    message:
      'The account "{{account}}" has the keys that the account "{{former}}" had, whose orders are in this store. Under another id each of them would be imported a second time, so nothing is fetched for "{{account}}". Call it "{{former}}" again in the plugin\'s options; an account keeps its id for good, and its keys may change.',
  },
  connection: {
    message: "Connected: {{accounts}}.",
    message_failed: "Not connected: {{account}}.",
    message_not_asked: "Walmart was not asked yet; orders are fetched within minutes.",
    message_no_keys: "Not connected: no Walmart account of the plugin's options has its keys.",
    message_no_account:
      "Not connected: the plugin's options name no Walmart account. Add one under `accounts` in medusa-config and restart.",
  },
  poll_clock: {
    message:
      "By Walmart's answers it is {{walmart}}, by the database {{database}}. Set the clock of the database's server right; until then every poll searches again from the last one that was whole.",
  },
  poll_shortfall: {
    message:
      "Walmart counts {{counted}} {{kind}} orders but showed {{seen}} of them, {{walks}} times in a row; the next poll asks again.",
  },
  poll_order_lost: { message: "Order {{order}} could not be kept:" },
  poll_more: {
    message_one: "And {{count}} more reason.",
    message_other: "And {{count}} more reasons.",
  },
  failure_unexpected: {
    message:
      "Something unexpected happened ({{name}}); its own message is left out, because it may hold the buyer's data.",
    message_code:
      "Something unexpected happened ({{name}}, code {{code}}); its own message is left out, because it may hold the buyer's data.",
  },
  failure_unmigrated: {
    message:
      "The database lacks tables or columns of the installed version. Run `npx medusa db:migrate`, then start the store again; until then nothing is fetched from Walmart or sent to it.",
  },
  keys_off: {
    message:
      "Keys can be set here once the plugin's options have a keysSecret, with which they are encrypted: make one with `openssl rand -hex 32`, set WALMART_KEYS_SECRET and `keysSecret: process.env.WALMART_KEYS_SECRET` in medusa-config, and restart.",
  },
  keys_unreadable: {
    message:
      'The keys that were set for "{{account}}" in Settings → Walmart are not used. Keys in medusa-config are in force instead, if there are any.',
    message_webhook:
      'The webhook secret that was set for "{{account}}" in Settings → Walmart is not used. One in medusa-config is in force instead, if there is any.',
    message_off: "What the database holds cannot be read, because the options have no keysSecret.",
    message_unknown_secret:
      "What the database holds was sealed with a secret that the options do not have.",
    message_changed: "What the database holds was changed, or belongs to another account.",
    message_nameless:
      "The webhook secret was set without the {{name}} that `auth` in medusa-config needs by now, so no event is taken. Set both again.",
    remedy:
      "Set keysSecret as it was, or name it in formerKeysSecrets, and restart; or set the account's keys again.",
    remedy_webhook:
      "Set keysSecret as it was, or name it in formerKeysSecrets, and restart; or set the secret again.",
  },
  figures_abroad: {
    message:
      "Walmart shows its own figures of sellers in the United States only. Look into Seller Center.",
  },
} as const
