/** What the doctor says of the store's server, an account's keys and its work. */
export const DOCTOR_TEXTS = {
  check_migrations: {
    message: "The database is migrated.",
    message_missing: "The database lacks tables or columns of the installed version.",
    remedy_missing: "Run `npx medusa db:migrate`, then start the store again.",
  },
  check_accounts: {
    message: "Accounts with keys: {{accounts}}.",
    message_none: "The plugin's options name no Walmart account.",
    remedy_none: "Add the account with its keys in medusa-config and restart.",
  },
  check_modules: {
    message: "Medusa's modules are shared by all processes.",
    message_alone: "Good for one process: in its memory are {{modules}}.",
    message_unshared:
      "This process is a {{mode}}, but these modules of Medusa are in its memory only: {{modules}}.",
    message_redis: "Redis does not answer at {{address}}.",
    message_redis_url: "The address of Redis in the store's configuration is no URL.",
    remedy_unshared:
      "Use Medusa's Redis modules for them, so that both hear of each other's events.",
    remedy_redis: "Start Redis, or correct its address; until then Medusa's events wait.",
  },
  check_keys: {
    message: "Walmart accepts the keys.",
    message_until: "Walmart accepts the keys until {{day}}.",
    remedy_until:
      "Make a new pair in Walmart's Developer Portal and set it in the store before that day.",
  },
  check_permissions: {
    message: "The key may do all that the plugin needs.",
    message_stock: "The key has {{has}} to inventory, so the store's stock cannot be sent.",
    remedy_stock:
      "Give the key full access to inventory in Walmart's Developer Portal, or set stock: off for the account.",
  },
  check_clock: {
    message: "The clocks agree with Walmart's.",
    message_unasked: "The database's clock agrees with this server's.",
    message_server_ahead: "The clock of this server is {{seconds}} seconds ahead of Walmart's.",
    message_server_behind: "The clock of this server is {{seconds}} seconds behind Walmart's.",
    message_database_ahead:
      "The clock of the database's server is {{seconds}} seconds ahead of Walmart's.",
    message_database_behind:
      "The clock of the database's server is {{seconds}} seconds behind Walmart's.",
    message_unasked_ahead:
      "The clock of the database's server is {{seconds}} seconds ahead of this server's.",
    message_unasked_behind:
      "The clock of the database's server is {{seconds}} seconds behind this server's.",
    remedy_server:
      "Set the clock of this server right, best by NTP: deadlines and events are judged by it.",
    remedy_database:
      "Set the clock of the database's server right, best by NTP: deadlines and events are judged by it.",
  },
  check_polls: {
    message: "Walmart was asked for orders within the last minute.",
    message_ago_one: "Walmart was last asked for orders {{count}} minute ago.",
    message_ago_other: "Walmart was last asked for orders {{count}} minutes ago.",
    message_never: "Walmart has not been asked for orders yet.",
    remedy_failed:
      "Until then no order arrives; correct the cause, and the next poll takes them up.",
    remedy_never:
      "Start the store with a worker (WORKER_MODE shared or worker) and wait for two minutes.",
    remedy_late: "Check that a process with WORKER_MODE shared or worker runs, and its log.",
  },
  check_returns: {
    message: "Walmart was asked for returns within the last minute.",
    message_ago_one: "Walmart was last asked for returns {{count}} minute ago.",
    message_ago_other: "Walmart was last asked for returns {{count}} minutes ago.",
    message_never: "Walmart has not been asked for returns yet.",
    remedy_failed:
      "Until then returns are missing, and after 48 hours Walmart itself refunds what came back; correct the cause, and the next poll takes them up.",
    remedy_never:
      "Start the store with a worker (WORKER_MODE shared or worker) and wait for some minutes.",
    remedy_late: "Check that a process with WORKER_MODE shared or worker runs, and its log.",
  },
  check_older_orders: {
    message: "Walmart has no open order from before {{since}} UTC.",
    message_open_one:
      "Walmart has {{count}} open order from before {{since}} UTC, when the account's imports begin, which is not in the store.",
    message_open_other:
      "Walmart has {{count}} open orders from before {{since}} UTC, when the account's imports begin, which are not in the store.",
    message_later: "Nothing ordered before {{since}} UTC is imported: importFrom is in the future.",
    remedy_later: "Set importFrom to an earlier day, unless imports shall begin only then.",
    remedy_open:
      "Import what is left with the script import-walmart-orders.js from={{from}} to={{to}}, or ship it where it was shipped so far.",
  },
  check_webhooks: {
    message: "Walmart delivers its events.",
    message_off: "The account receives no webhooks; polling does the work.",
    message_unread: "Walmart's list of subscriptions could not be read.",
    message_unsubscribed: "The options have webhooks, but none is subscribed to.",
    remedy_obstacle: "Until then polling does the work.",
    remedy_unread: "Run the checks again once the keys work.",
    remedy_unsubscribed: "Subscribe in Settings → Walmart.",
    remedy_warned: "Look at the account's webhooks in Settings → Walmart.",
  },
  check_worker: {
    message: "A worker looks at the account.",
    message_never: "No worker has looked at the account yet.",
    message_late_one: "No worker has looked at the account for {{count}} minute.",
    message_late_other: "No worker has looked at the account for {{count}} minutes.",
    remedy: "Start a process with WORKER_MODE shared or worker, and check its log.",
  },
  check_queue: {
    message: "Nothing waits to be sent.",
    message_sending: "What waits is being sent.",
    message_late_one: "Orders that wait to be sent: {{orders}}, the oldest for {{count}} minute.",
    message_late_other:
      "Orders that wait to be sent: {{orders}}, the oldest for {{count}} minutes.",
    message_held: "Sending is held.",
    message_paused: "The account is paused; nothing is sent.",
    message_dry_run: "Dry run is on; nothing is sent.",
    remedy_late:
      "Look at the account's last error above; when there is none, check that a worker runs.",
    remedy_held: "Correct the cause, then test again.",
    remedy_paused: "Resume it when it is time.",
    remedy_dry_run: "Switch it off in the settings.",
  },
  check_attention: {
    message: "Nothing waits for a person.",
    message_imports_one: "{{count}} order could not be imported.",
    message_imports_other: "{{count}} orders could not be imported.",
    message_updates_one: "{{count}} update waits for a person.",
    message_updates_other: "{{count}} updates wait for a person.",
    remedy_imports:
      "The Walmart page says of each what it lacks; Walmart cancels what is not shipped in time.",
    remedy_updates: "The Walmart page says of each what to do.",
  },
} as const
