import { webhookRequest } from "../webhook-arguments"

describe("the arguments of the webhooks script", () => {
  it.each(["list", "create", "check"] as const)(
    "may be %s alone, with a single account",
    (what) => {
      expect(webhookRequest([what], ["main"])).toMatchObject({ what, accountId: "main" })
    }
  )

  it("name the account when there are several, and the subscription to remove, which may be digits", () => {
    expect(webhookRequest(["remove", 17, "account=b"], ["a", "b"])).toEqual({
      what: "remove",
      accountId: "b",
      subscriptionId: "17",
    })
  })

  it.each([
    [[], '"" is nothing it can do'],
    [["send"], '"send" is nothing it can do'],
    [["remove"], "Name one subscription"],
    [["remove", "1", "2"], "Name one subscription"],
    [["list", "1"], "list takes no more words"],
    [["list", "account=c"], 'no Walmart account "c"'],
    [["list", "account=a", "account=a"], '"account=" is given twice'],
    [["list", "acount=a"], 'There is no "acount="'],
  ])("are refused as %j", (args, text) => {
    expect(() => webhookRequest(args, ["a"])).toThrow(text)
  })
})
