/** What is said of a call to Walmart that failed. */
export const CALL_TEXTS = {
  verbatim: { message: "{{text}}" },
  walmart_says: { message: 'Walmart says: "{{said}}".' },
  unexpected: {
    message: "Something failed inside the plugin while this was being sent.",
    remedy:
      "It is retried automatically. If this persists, look at the server's log and report it.",
  },
  outcome_unknown: {
    message: "Walmart answered {{status}}: {{said}}.",
    message_lost:
      "Walmart's answer was lost: {{why}}. Whether the request was applied shows when the order is read again.",
    remedy:
      "Nothing to do: the order is read again first, and only what is missing at Walmart is sent.",
  },
  locked: {
    message: "Walmart has locked this for another operation.",
    remedy: "Nothing to do: it is retried automatically.",
  },
  throttled: {
    message: 'Walmart limits account "{{account}}" at {{endpoint}}; the request was not applied.',
    message_token: 'Walmart hands out no more tokens to account "{{account}}" for now.',
    message_used_up:
      'Account "{{account}}" has used up its calls to {{endpoint}} for the moment; nothing was sent.',
    message_asked:
      'Walmart asked account "{{account}}" to wait with its calls to {{endpoint}}; nothing was sent.',
    message_failing:
      'Walmart does not answer: the last calls of account "{{account}}" to {{endpoint}} failed. Nothing was sent; it is tried again within minutes.',
    remedy: "Nothing to do: it is retried automatically.",
  },
  permission_missing: {
    message:
      'Walmart does not allow account "{{account}}" to use {{endpoint}}: {{said}}. Give its API key full access to this area in Walmart\'s developer portal.',
    message_key: "The credentials work, but the key lacks full access to: {{has}}.",
    remedy_key:
      "Give the key full access to {{names}} in Walmart's developer portal, then test again.",
    remedy:
      "Give the account's key full access to orders and inventory in Walmart's developer portal, then test the connection.",
    remedy_area: "Once the key has it, try again. Nothing else of the account waits for this.",
    remedy_stock:
      "It is tried again by itself about once an hour; once the key has it, you can also send the figure now. Nothing else of the account waits for this.",
  },
  credentials_refused: {
    message:
      'Walmart refuses a new access token of account "{{account}}": {{said}}. Check its keys.',
    message_pair:
      'Walmart does not accept the client id "{{clientId}}" with its secret (account "{{account}}", answer {{status}}). Check that both are from the same key pair and that sandbox and production keys are not mixed up.',
    remedy:
      "Check client id and secret of the account in the plugin's options, then test the connection.",
  },
  token_unavailable: {
    message:
      'Walmart\'s token service answered {{status}} for account "{{account}}". It is retried automatically; if this persists, check the base URL.',
    message_unreachable:
      'Walmart\'s token service could not be reached for account "{{account}}": {{why}}. It is retried automatically.',
    message_empty:
      "Walmart's token service answered without a token for account \"{{account}}\". Check that the base URL is Walmart's.",
    remedy: "Nothing to do: it is retried automatically.",
  },
  not_reachable: {
    message: "Walmart could not be reached: {{why}}.",
    message_late:
      "The request could not start within {{ms}} ms, because a token, the rate limit, the connection or this process was not ready; nothing was sent.",
    remedy:
      "Nothing to do: it is retried automatically. If this continues, check this server's network and the account's base URL.",
  },
  walmart_outage: {
    message:
      "Walmart answered ({{status}}) without naming anything of the request, as it does during outages: {{said}}",
    remedy:
      "Nothing to do: it is retried automatically for as long as an outage may last, each time after reading the order. If that is not enough, you are asked.",
  },
  not_found: {
    message: "Walmart does not know {{path}}: {{said}}.",
    remedy: "Check that the order or SKU belongs to this account and market, then retry.",
  },
  refused: {
    message: "Walmart refused the request ({{status}}): {{said}}",
    remedy:
      "Read Walmart's words and refresh the order. If what they name can be corrected here, correct it and retry; otherwise settle it in Seller Center, then dismiss this with a note.",
    remedy_stock:
      "Read Walmart's words and look at the item in Seller Center, then send the figure again.",
  },
  answer_not_json: {
    message: "Walmart answered {{status}} without readable JSON.",
    remedy: "Nothing to do: it is retried automatically.",
  },
  answer_not_understood: {
    remedy:
      "Nothing was sent. Look at the order in Seller Center; report the value named here, since the plugin does not know it.",
  },
} as const
