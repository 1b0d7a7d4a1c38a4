import { channelsOf, dueGroups, type NotificationPolicy, type WaitingGroup } from "../due-groups"
import { NOTIFICATION_KINDS, type NotificationKind } from "../notification-kinds"
import { type NotificationCause, textOf } from "../message"
import { isQuiet, isTimeZone } from "../quiet-hours"

const FEED = { channel: "feed", to: [""], template: "walmart-notification" }
const MAIL = { channel: "email", to: ["desk@shop.example"], template: "walmart" }
const NIGHT = { from: "22:00", to: "07:00", timeZone: "America/New_York" }

/** Noon in New York in winter. */
const NOON = new Date("2026-11-28T17:00:00Z")
/** Three in the morning there. */
const AT_NIGHT = new Date("2026-11-28T08:00:00Z")

const policy = (more: Partial<NotificationPolicy> = {}): NotificationPolicy => ({
  channels: [FEED],
  kinds: {},
  quietHours: () => null,
  ...more,
})
const waiting = (kind: NotificationKind, minutesAgo?: number): WaitingGroup => ({
  accountId: "main",
  kind,
  notifiedAt: minutesAgo === undefined ? null : new Date(NOON.getTime() - minutesAgo * 60_000),
})
const dueOf = (groups: WaitingGroup[], given = policy(), now = NOON) =>
  dueGroups(groups, given, now).map(({ kind }) => kind)

describe("what people are notified of now", () => {
  it("is everything that waits, of each kind, when nothing was said lately", () => {
    expect(dueOf(NOTIFICATION_KINDS.map((kind) => waiting(kind)))).toEqual(NOTIFICATION_KINDS)
  })

  it("waits for the kind's interval since the last message of its account", () => {
    const groups = [waiting("update_failed", 14), waiting("import_failed", 15)]
    expect(dueOf(groups)).toEqual(["import_failed"])
    const often = policy({ kinds: { update_failed: { everyMs: 60_000 } } })
    expect(dueOf(groups, often)).toEqual(["update_failed", "import_failed"])
  })

  it("does not wait for a message that was noted before the clock was set right", () => {
    expect(dueOf([waiting("update_failed", -600)])).toEqual(["update_failed"])
  })

  it("is nothing of a kind that is switched off", () => {
    const off = policy({ kinds: { update_failed: false, import_failed: true } })
    expect(dueOf([waiting("update_failed"), waiting("import_failed")], off)).toEqual([
      "import_failed",
    ])
  })

  it("is only the most urgent in an account's quiet hours, or what the store wants then", () => {
    const groups = NOTIFICATION_KINDS.map((kind) => waiting(kind))
    const quietHours = () => NIGHT
    expect(dueOf(groups, policy({ quietHours }), AT_NIGHT)).toEqual([
      "acknowledge_near",
      "auto_cancel_near",
    ])
    const kinds = { acknowledge_near: { inQuietHours: false }, ship_near: { inQuietHours: true } }
    expect(dueOf(groups, policy({ quietHours, kinds }), AT_NIGHT)).toEqual([
      "ship_near",
      "auto_cancel_near",
    ])
    expect(dueOf(groups, policy({ quietHours }), NOON)).toEqual(NOTIFICATION_KINDS)
  })

  it("goes to the common channels, unless the kind has its own or none", () => {
    const common = { channels: [FEED], kinds: {} }
    expect(channelsOf("update_failed", common)).toEqual([FEED])
    const own = { kinds: { update_failed: { channels: [MAIL] }, ship_near: { channels: [] } } }
    expect(channelsOf("update_failed", { ...common, ...own })).toEqual([MAIL])
    expect(channelsOf("ship_near", { ...common, ...own })).toEqual([])
    expect(
      channelsOf("ship_near", { ...common, kinds: { ship_near: { channels: undefined } } })
    ).toEqual([FEED])
  })
})

describe("quiet hours", () => {
  const at = (time: string) => new Date(`2026-11-28T${time}:00Z`)
  it.each([
    ["22:00", "07:00", "21:59", false],
    ["22:00", "07:00", "22:00", true],
    ["22:00", "07:00", "00:30", true],
    ["22:00", "07:00", "06:59", true],
    ["22:00", "07:00", "07:00", false],
    ["12:00", "13:00", "11:59", false],
    ["12:00", "13:00", "12:00", true],
    ["12:00", "13:00", "13:00", false],
  ])("from %s to %s: at %s it is quiet: %s", (from, to, time, quiet) => {
    expect(isQuiet({ from, to, timeZone: "UTC" }, at(time))).toBe(quiet)
  })

  it("follow the clock on the wall through daylight saving time", () => {
    const winter = new Date("2026-11-28T12:00:00Z")
    const summer = new Date("2026-07-28T12:00:00Z")
    const morning = { from: "22:00", to: "07:30", timeZone: "America/New_York" }
    expect([isQuiet(morning, winter), isQuiet(morning, summer)]).toEqual([true, false])
  })

  it("need a time zone that exists", () => {
    expect(["America/New_York", "UTC", "Mars/Olympus"].map(isTimeZone)).toEqual([true, true, false])
  })
})

describe("a message", () => {
  const order = (about: string, more: Partial<NotificationCause> = {}): NotificationCause => ({
    ...{ walmart_order_id: `wmo_${about}`, about, code: null, message: null, due_at: null },
    ...more,
  })
  const said = (kind: NotificationKind, causes: NotificationCause[], count = causes.length) =>
    textOf({ accountId: "us-main", kind, causes, count })

  it("names a single order with its reason, and what to do", () => {
    const message = "Walmart refused it: Not today."
    expect(said("update_failed", [order("1799", { message })])).toMatchObject({
      title: "Walmart us-main: 1 order with an update that needs a person",
      description:
        "1799: Walmart refused it: Not today. Open Walmart in the admin and choose Needs attention.",
      words: {
        title: [{ key: "notification.title", params: { account: "us-main" } }],
        description: [{ key: "notification.named" }, { key: "notify_update_failed.todo" }],
      },
    })
  })

  it("names several with their deadlines, at most ten, and counts the others", () => {
    const due_at = "2026-11-28T17:30:00.000Z"
    const causes = Array.from({ length: 10 }, (_, n) => order(`180${n}`, { due_at }))
    const { title, description } = said("ship_near", causes, 37)
    expect(title).toBe("Walmart us-main: 37 orders to ship soon")
    expect(description).toMatch(/^1800 \(due 2026-11-28 17:30 UTC\), 1801 /)
    expect(description).toContain(" and 27 more. Fulfill")
  })

  it("says what is about the account without a number", () => {
    const account = { walmart_order_id: null, about: "us-main", code: null, due_at: null }
    const silent = said("polls_silent", [{ ...account, message: "Walmart did not answer.\nBye" }])
    expect(silent.description).toMatch(/^Walmart did not answer\. Bye\. See Settings/)
    expect(said("polls_silent", [{ ...account, message: null }]).description).toMatch(/^See/)
  })

  it("stays short and on one line whatever the reason holds", () => {
    const message = `a\u0000b\n${"x".repeat(5_000)}`
    const { description } = said("import_failed", [order("1", { message })])
    expect(description.length).toBeLessThan(400)
    expect(description).not.toMatch(/[\p{Cc}]/u)
  })
})
