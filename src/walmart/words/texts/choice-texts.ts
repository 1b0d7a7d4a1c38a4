/** What is said of carriers, links, reasons and amounts that a person chose. */
export const CHOICE_TEXTS = {
  carrier_prohibited: {
    message: "{{number}} would travel with {{carrier}}, which Walmart does not allow.",
    message_unnumbered: "The parcel would travel with {{carrier}}, which Walmart does not allow.",
    remedy:
      "Block {{carrier}} in Multi-Channel Fulfillment (MCF), have the parcel sent by another carrier in neutral packaging, and enter that carrier's number.",
  },
  carrier_list: {
    remedy_near: "If {{near}} is meant, choose it.",
    remedy:
      "This list is of {{asOf}}: if Walmart has the name by now ({{url}}), add it to marketOverrides.carriers in the plugin's options.",
  },
  tracking_url_missing: {
    message:
      "{{carrier}} is not in Walmart's list of carriers for {{market}}, so Walmart needs a tracking link, and none was entered.",
    remedy:
      "Enter the carrier's tracking link, beginning with https://, or choose a listed carrier.",
  },
  tracking_url_unusable: {
    message:
      '{{carrier}} is not in Walmart\'s list of carriers for {{market}}, so Walmart needs a tracking link, and the link "{{link}}" is not one.',
    remedy:
      "Enter the carrier's tracking link, beginning with https://, or choose a listed carrier.",
  },
  carrier_unlisted: {
    message:
      "{{carrier}} is not in Walmart's list of carriers for {{market}} and goes as another carrier with its link.",
  },
  carrier_unknown: {
    message: 'The tracking number "{{number}}" does not tell its carrier.',
    message_several: 'The tracking number "{{number}}" could belong to {{carriers}}.',
    message_likely:
      'The tracking number "{{number}}" looks like {{carriers}}, but other carriers have such numbers too.',
    message_link: 'The link "{{link}}" does not either.',
    remedy:
      "Choose the carrier in the Walmart box, or add a tracking link that begins with https://.",
  },
  reason_unknown: {
    message: '"{{reason}}" is not a cancellation reason of Walmart {{market}}.',
    remedy: "Choose {{choices}}.",
  },
  reason_customer_did_not_ask: {
    message:
      'Walmart accepts "{{reason}}" only after the customer asked Walmart to cancel, and this customer has not.',
    remedy:
      "Choose {{choices}}, or have the customer ask for the cancellation in their Walmart account.",
  },
  refund_reason_unknown: {
    message: '"{{reason}}" is not a refund reason of Walmart\'s.',
    message_none: "Walmart needs a reason for a refund, and none was chosen.",
    remedy: "Choose {{choices}}.",
  },
} as const
