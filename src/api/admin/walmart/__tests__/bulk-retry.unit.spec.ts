import { AdminWalmartBulkRetry } from "../validators"

const said = (body: object) =>
  AdminWalmartBulkRetry.safeParse(body).error?.issues.map(({ message }) => message) ?? []

describe("many updates that are to be retried", () => {
  it("are continued after the last one that was looked at", () => {
    const body = { account_id: "main", after: "wmu_01KB2" }
    expect(AdminWalmartBulkRetry.parse(body)).toEqual(body)
  })

  it("are not continued after what is no update, nor where all are named", () => {
    expect(said({ account_id: "main", after: "2" })).toEqual([
      expect.stringMatching(/"2" is not the id of an update.*"after"/),
    ])
    expect(said({ ids: ["wmu_1"], after: "wmu_1" })).toEqual([
      expect.stringContaining('Leave out "after"'),
    ])
    expect(said({ after: "wmu_1" })).toEqual([expect.stringContaining("Say which updates")])
  })
})
