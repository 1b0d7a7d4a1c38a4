import { passesGs1, passesMod10From2, passesMod11Then10, passesMod7 } from "./check-digits"
import { passesImpb, passesPostal, passesUsps20, postOf, POSTS } from "./postal-numbers"

/**
 * How much a number of a format says about its carrier. `certain`: nobody else writes such numbers. `likely`: hardly
 * anyone. `possible`: plain digits that chance can produce, so it names candidates and a person chooses. `shared`: no check
 * digit and common; it identifies nobody and only adds a candidate to a `possible` format. `rare`: no check digit and seldom
 * used; it only keeps a number from being refused under its carrier.
 */
export type Certainty = "certain" | "likely" | "possible" | "shared" | "rare"

/** One published tracking-number format. Carriers are named as in `carrier-table.ts`. */
export interface TrackingFormat {
  label: string
  shape: RegExp
  certainty: Certainty
  /** Whose format it is; more than one makes such a number ambiguous. */
  carriers: readonly string[]
  /** Names the carriers more closely where the number itself tells. */
  narrow?: (number: string) => readonly string[]
  /** Carriers that also give out such numbers, because they hand parcels to the format's owner. */
  alsoUsedBy?: readonly string[]
  /** Whether a number of this shape is complete and its check digit right; absent where the format has none. */
  verify?: (number: string) => boolean
  /** Its numbers have no fixed length, so that a number with a word behind it has the shape too. */
  isOpen?: boolean
  /** A number of this shape that fails is wrong whoever ships it. */
  wrongForAll?: boolean
}

/** Carriers that hand parcels to USPS for delivery, under USPS numbers [INF: their published tracking pages]. */
const USPS_INJECTORS =
  `FedEx|UPSMI|DHL Ecommerce - US|OSM Worldwide|FIRST MILE|Sendle|Asendia|ePost Global|Landmark Global|Better Trucks
YunExpress|Yanwen|4PX|Sunyou|UBI|SFC|CNE|WanB|WIN.IT America|Chukou1|SF Express|JCEX|YDH|Equick|JD Logistics|Flyt
YF Logistics|Tusou|Shypmax|ShipGlobal|Western Post|Shiprocket|PTS|GLS|Royal Mail|China Post|Canada Post
Seko Worldwide|Aramex|Xindus|P2PG|Exelot|DTDC|Whistl|Deutsche Post|PostNord Sweden|Japan Post|India Post`.split(
    /[|\n]/
  )

/** A format one of whose characters got lost or doubled. It matters only for the carrier that was chosen. */
function miscounted(label: string, carrier: string, shape: RegExp): TrackingFormat {
  return { label, shape, certainty: "possible", carriers: [carrier], verify: () => false }
}

/** A format without a check digit. */
function plain(
  label: string,
  carrier: string,
  shape: RegExp,
  certainty: Certainty
): TrackingFormat {
  return { label, shape, certainty, carriers: [carrier] }
}

/** A format without a check digit and without a fixed length. */
function open(label: string, carrier: string, shape: RegExp, certainty: Certainty): TrackingFormat {
  return { ...plain(label, carrier, shape, certainty), isOpen: true }
}

/** Plain digits with a check digit. */
function digits(
  label: string,
  carrier: string,
  shape: RegExp,
  verify: (number: string) => boolean
): TrackingFormat {
  return { label, shape, certainty: "possible", carriers: [carrier], verify }
}

const UPS: TrackingFormat[] = [
  {
    label: "UPS 1Z",
    shape: /^1Z[0-9A-Z]{16}$/,
    certainty: "certain",
    carriers: ["UPS"],
    verify: (number) => /\d$/.test(number) && passesMod10From2(number.slice(2)),
    wrongForAll: true,
  },
  miscounted("UPS 1Z, miscounted", "UPS", /^1Z(?:[0-9A-Z]{13,15}|[0-9A-Z]{17,19})$/),
  digits("UPS waybill", "UPS", /^[AHJKTV]\d{10}$/, (number) => passesMod10From2(number.slice(1))),
  // ups.com names both beside 1Z numbers and waybills; UPS's tracking guides have air freight under ten digits.
  plain("UPS freight and notices", "UPS", /^(?:\d{9,10}|\d{12})$/, "rare"),
  // ups.com tracks Mail Innovations too, by "MI", the mailer's six digits and the mailer's own number.
  open("UPS Mail Innovations", "UPS", /^MI(?!\d{9}[A-Z]{2}$)\d{6}[0-9A-Z]{1,30}$/, "rare"),
]

const POSTAL: TrackingFormat[] = [
  {
    // UPS, FedEx and DHL eCommerce hand parcels to USPS under 92 and 93, so these do not tell the carrier.
    label: "USPS IMpb, commercial",
    shape: /^(?:420(?:\d{9}|\d{5}))?9[23]\d{20}(?:\d{4}){0,2}$/,
    certainty: "certain",
    carriers: ["USPS", "FedEx", "UPSMI", "DHL Ecommerce - US"],
    alsoUsedBy: ["UPS", ...USPS_INJECTORS],
    verify: passesImpb,
    wrongForAll: true,
  },
  {
    label: "USPS IMpb, online and retail",
    shape: /^(?:420(?:\d{9}|\d{5}))?(?!94748)9[45]\d{20}(?:\d{4}){0,2}$/,
    certainty: "certain",
    carriers: ["USPS"],
    alsoUsedBy: USPS_INJECTORS,
    verify: passesImpb,
    wrongForAll: true,
  },
  {
    // Written by DHL eCommerce for parcels that USPS delivers [OBS], so the number alone does not decide.
    label: "USPS IMpb of DHL eCommerce",
    shape: /^(?:420(?:\d{9}|\d{5}))?94748\d{17}$/,
    certainty: "certain",
    carriers: ["DHL Ecommerce - US", "USPS"],
    alsoUsedBy: USPS_INJECTORS,
    verify: passesImpb,
    wrongForAll: true,
  },
  miscounted("USPS IMpb, miscounted", "USPS", /^9[2-5](?:\d{19}|\d{21})$/),
  {
    label: "USPS legacy",
    shape: /^(?:420(?:\d{9}|\d{5}))?91\d{20}$/,
    certainty: "likely",
    carriers: ["USPS"],
    // UPS's own guides show a parcel of Mail Innovations by such a number.
    alsoUsedBy: ["UPS", ...USPS_INJECTORS],
    verify: passesImpb,
  },
  digits("USPS 20", "USPS", /^(?!00)\d{20}$/, passesUsps20),
  plain("USPS Global Express Guaranteed", "USPS", /^82\d{8}$/, "rare"),
  {
    label: "postal S10",
    shape: /^[A-Z]{2}\d{9}[A-Z]{2}$/,
    certainty: "likely",
    carriers: POSTS,
    narrow: postOf,
    alsoUsedBy: [...USPS_INJECTORS, "DHL"],
    verify: passesPostal,
  },
  digits("Canada Post", "Canada Post", /^\d{16}$/, passesGs1),
]

/**
 * The predecessor of FedEx Ground Economy leaves out the leading 92 that its USPS check digit covers; numbers of the series
 * 02 leave out 91, as older USPS labels do [OBS: public clients' fixtures].
 */
function passesSmartPost(number: string): boolean {
  return passesGs1(`92${number}`) || (number.startsWith("02") && passesUsps20(number))
}

const FEDEX: TrackingFormat[] = [
  digits("FedEx Express 12", "FedEx", /^\d{12}$/, (number) => passesMod11Then10(number, [3, 1, 7])),
  digits("FedEx Ground 15", "FedEx", /^\d{15}$/, passesGs1),
  // GS1 counts all 17 digits; older labels leave the container type out, and both are in use.
  digits(
    "FedEx Ground SSCC-18",
    "FedEx",
    /^\d{18}$/,
    (number) => passesGs1(number) || passesGs1(number.slice(2))
  ),
  // German labels of DHL show an SSCC as their number.
  { ...digits("FedEx Ground SSCC-20", "FedEx", /^00\d{18}$/, passesGs1), alsoUsedBy: ["DHL"] },
  digits("FedEx SmartPost 20", "FedEx", /^(?!00)\d{20}$/, passesSmartPost),
  plain("FedEx freight, door tags and others", "FedEx", /^(?:DT\d{12}|\d{9,10}|\d{14})$/, "rare"),
  {
    label: "FedEx Ground 96",
    shape: /^96\d{20}$/,
    certainty: "likely",
    carriers: ["FedEx"],
    verify: (number) => passesGs1(number.slice(-15)),
  },
  // The twelve digits of Express with the form and the destination of the label around them.
  digits("FedEx barcode 32", "FedEx", /^3\d{31}$/, (number) =>
    passesMod11Then10(number.slice(16, 28), [3, 1, 7])
  ),
  {
    label: "FedEx barcode 34",
    shape: /^(?!420(?:\d{9}|\d{5})9[1-5])(?:[0-8]\d|96)\d{32}$/,
    certainty: "possible",
    carriers: ["FedEx"],
    verify: (number) => passesMod11Then10(number.slice(-14), [1, 7, 3]),
  },
]

const DHL: TrackingFormat[] = [
  digits("DHL Express", "DHL", /^\d{10,11}$/, passesMod7),
  // DHL's parcel networks write longer ones, and JD for JJD [OBS: fixtures of public clients].
  plain("DHL piece", "DHL", /^(?:(?:JJD|JVGL)\d{9,20}|JD\d{18})$/, "likely"),
  open(
    "DHL eCommerce",
    "DHL Ecommerce - US",
    /^GM(?!\d{9}[A-Z]{2}$)(?=[A-Z]*\d)[0-9A-Z]{10,38}$/,
    "likely"
  ),
  open(
    "DHL eCommerce, by region",
    "DHL Ecommerce - US",
    /^(?:LX|RX|UV|CN|SG|TH|IN|HK|MY)(?!\d{9}[A-Z]{2}$)(?=[A-Z]*\d)[0-9A-Z]{10,38}$/,
    "shared"
  ),
  plain("DHL eCommerce 14", "DHL Ecommerce - US", /^\d{14}$/, "shared"),
  // Freight numbers as long as DHL Express's, without a published check digit.
  plain("Estes 10", "Estes Express", /^\d{10}$/, "shared"),
  plain("Saia 11", "SAIA", /^\d{11}$/, "shared"),
]

/** LaserShip became OnTrac, and either name is used for the numbers of both. */
const REGIONAL: TrackingFormat[] = [
  {
    label: "OnTrac C or D",
    shape: /^[CD]\d{14}$/,
    certainty: "likely",
    carriers: ["OnTrac"],
    alsoUsedBy: ["LS"],
    verify: (number) =>
      passesMod10From2(number.replace(/^./, (letter) => (letter === "C" ? "4" : "5"))),
  },
  {
    ...plain("LaserShip L", "LS", /^L[AEHINX][1-3]\d{7}$/, "likely"),
    alsoUsedBy: ["OnTrac"],
  },
  {
    // The optional last 1 of the second form stands behind a hyphen on the label; 17 digits are in public clients' fixtures.
    ...plain(
      "LaserShip 1LS",
      "LS",
      /^1LS(?:7[12]\d{10}|7[12]\d{2}01[1-4]\d{6}1|\d{17}|[A-Z][0-9A-Z]{11})$/,
      "certain"
    ),
    alsoUsedBy: ["OnTrac"],
  },
  plain("YunExpress", "YunExpress", /^YT\d{16}$/, "certain"),
  plain("Landmark Global", "Landmark Global", /^LTN\d{8}N1$/, "certain"),
  plain("GOFO", "GOFO", /^GFUS\d{14}$/, "certain"),
  // The next two have no published length [OBS: fixtures of public clients].
  open("UniUni", "UniUni", /^UUS\d[0-9A-Z]{9,17}$/, "likely"),
  plain("SpeedX", "SpeedX", /^SPX(?:1[A-Z]{2}\d{12}|[A-Z]{3}\d{11,18})$/, "likely"),
  // Walmart does not allow this carrier; its numbers are known so that they can be refused.
  plain("Amazon Logistics", "Amazon Logistics", /^TB[ACM]\d{12}$/, "certain"),
]

/**
 * The formats of jkeen/tracking_number_data and some more (docs/walmart-api.md, "Carriers and tracking numbers"). Shapes are
 * anchored and without nested repetition, so that matching takes linear time. A number may fit several.
 */
export const TRACKING_FORMATS: readonly TrackingFormat[] = [
  ...UPS,
  ...POSTAL,
  ...FEDEX,
  ...DHL,
  ...REGIONAL,
]
