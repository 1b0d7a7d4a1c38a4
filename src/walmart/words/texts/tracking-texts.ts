/** What is said of tracking numbers, carriers and links. */
export const TRACKING_TEXTS = {
  tracking_number_missing: {
    message: "Walmart needs a tracking number, and none was entered.",
    message_shipment: "Walmart needs a tracking number for every shipment, and none was entered.",
    remedy: "Enter the tracking number from the shipping label.",
    remedy_shipment: "Enter the carrier's tracking number and ship again.",
  },
  tracking_number_placeholder: {
    message: '"{{number}}" is a placeholder, not a tracking number.',
    remedy: "Enter the number from the shipping label.",
  },
  tracking_number_is_link: {
    message: '"{{number}}" is a link, and which number it holds is not certain.',
    remedy: "Enter the tracking number here, and the link in the field for the link.",
  },
  tracking_number_no_digit: {
    message: '"{{number}}" holds no digit, so it is not a tracking number.',
    remedy: "Enter the number from the shipping label.",
  },
  tracking_number_several: {
    message: '"{{number}}" is more than one tracking number.',
    remedy: "Enter one number per package.",
  },
  tracking_number_surrounded: {
    message: '"{{number}}" holds more than the number {{inside}}.',
    message_word: '"{{number}}" holds the word "{{word}}", which is not part of a tracking number.',
    remedy: "Enter {{inside}} alone.",
    remedy_word:
      'Enter the number alone. If "{{word}}" belongs to it, leave out the space or hyphen.',
  },
  tracking_number_too_long: {
    message:
      '"{{number}}" is too long for a tracking number ({{length}} characters, at most {{most}}).',
    remedy: "Enter one number per package, without the link.",
  },
  tracking_number_characters: {
    message:
      'The tracking number "{{number}}" contains "{{character}}"; Walmart accepts letters A–Z and digits only.',
    message_alike:
      'The tracking number "{{number}}" contains "{{character}}" of another alphabet, which looks like the letter {{letter}}.',
    remedy: "Enter one number per package, with nothing but its letters and digits.",
  },
  tracking_number_too_short: {
    message:
      '"{{number}}" is too short for a tracking number ({{length}} characters, at least {{least}}).',
    remedy: "Enter the whole number from the label.",
  },
  tracking_number_is_order_number: {
    message_purchase:
      '"{{number}}" is the order\'s purchase order number; Walmart counts that as invalid tracking.',
    message_customer:
      '"{{number}}" is the order\'s customer order number; Walmart counts that as invalid tracking.',
    message_purchase_part:
      '"{{number}}" contains the order\'s purchase order number; Walmart counts that as invalid tracking.',
    message_customer_part:
      '"{{number}}" contains the order\'s customer order number; Walmart counts that as invalid tracking.',
    remedy: "Enter the carrier's tracking number from the shipping label.",
  },
  tracking_number_check_digit: {
    message:
      '"{{number}}" is not a valid {{carrier}} tracking number: a character is wrong, missing or extra.',
    remedy: "Compare it with the label and correct it, or choose another carrier.",
  },
  tracking_number_look_alike: {
    message:
      '"{{number}}" is not a valid tracking number, but {{alike}} is: the letters O and I look like the digits 0 and 1.',
    remedy: "Compare it with the label, and enter {{alike}} if that is what it says.",
  },
  tracking_number_other_carrier: {
    message: '"{{number}}" looks like a number of {{owner}}, but the carrier chosen is {{chosen}}.',
    message_written: '"{{number}}" names {{owner}}, but goes as a number of {{chosen}}.',
    remedy: "Choose {{owner}} if it is one, or correct the number.",
  },
  tracking_number_format: {
    message: '"{{number}}" has none of the forms that {{chosen}} numbers have.',
    message_guess:
      '"{{number}}" has none of the forms that {{chosen}} numbers have; it looks like a number of {{owner}}.',
    message_unchecked:
      '"{{number}}" has no check digit that makes it a number of {{chosen}}; phone numbers and numbers of other carriers look like it.',
    remedy: "Compare it with the label and correct it, or choose the carrier that the label names.",
  },
  tracking_number_written_otherwise: {
    message_phone: '"{{number}}" is written like a phone number.',
    message_postal: '"{{number}}" is written like a postal code.',
    message_order: '"{{number}}" is written like an order number of Amazon.',
    remedy:
      "Enter the number from the shipping label. If it is this one, leave out what stands between its digits.",
  },
  tracking_number_surplus: {
    message:
      "Tracking number {{number}} is one too many for a shipment of {{units}}, and Walmart takes one number per unit at most.",
    remedy:
      "Enter as many numbers as there are units or fewer; a unit in several boxes goes with the number of one of them.",
    remedy_saved:
      "Compare the numbers of this update with the parcels and correct one that is wrong, then retry: the number that is one too many is not sent.",
  },
  tracking_number_repeated: {
    message: "Tracking number {{number}} is entered more than once and counts as one package.",
    remedy: "If another package has a number of its own, enter that instead.",
  },
} as const
