/** What is said of an account's webhooks. */
export const WEBHOOK_TEXTS = {
  webhooks_unavailable: {
    message_market: "Walmart has webhooks in the US only; polling does the work.",
    message_unset:
      'The plugin\'s options have no `webhooks` for account "{{account}}". Add them with `auth` and a secret in medusa-config and restart.',
    message_unset_block:
      'The plugin\'s options have no `webhooks` for account "{{account}}". Add them with `auth` in medusa-config and restart.',
    message_secret:
      'The webhooks of account "{{account}}" have no secret yet. Set one in Settings → Walmart → Keys, then subscribe.',
    message_url:
      'The plugin\'s options do not say at which address Walmart reaches this server. Set `webhooks.url` of account "{{account}}" in medusa-config, such as https://api.shop.example, and restart.',
    message_offer:
      'Walmart offers account "{{account}}" no events about orders (ORDER_UPDATES). Give its key access to orders and notifications in Walmart\'s developer portal, then try again.',
  },
  webhook_subscription: {
    message_old:
      "Walmart ends {{type}} on 15 December 2026. Subscribe to {{successor}} here, then remove this one.",
    message_inactive: "Walmart does not deliver to it. Subscribe again to renew it.",
  },
  subscription_unknown: {
    message: 'This account has no subscription "{{id}}" at Walmart.',
    remedy: "Reload the page; it may have been removed already.",
  },
  webhook_check: {
    message: "Walmart's sample did not arrive.",
    remedy:
      "Check that the address is open to the internet, and that a firewall or proxy before the store lets Walmart's requests through unchanged.",
  },
  webhooks_silent: {
    message_never_one:
      "No webhook of Walmart has arrived yet, but polling has found {{count}} new order within a day. Check the subscription in Settings → Walmart; until then polling does the work.",
    message_never_other:
      "No webhook of Walmart has arrived yet, but polling has found {{count}} new orders within a day. Check the subscription in Settings → Walmart; until then polling does the work.",
    message_one:
      "No webhook of Walmart has arrived for more than a day, but polling has found {{count}} new order within a day. Check the subscription in Settings → Walmart; until then polling does the work.",
    message_other:
      "No webhook of Walmart has arrived for more than a day, but polling has found {{count}} new orders within a day. Check the subscription in Settings → Walmart; until then polling does the work.",
  },
} as const
