import { createdWindows, halvesOf, pollWindows } from "../poll-searches"

const DAY = 86_400_000
const HOUR = 3_600_000
const NOW = Date.parse("2026-11-23T12:00:00Z")
const state = { now: NOW, polledUntil: null, importFrom: NOW - DAY, overlapMs: HOUR }

it("asks at first for what was made since the chosen moment, whatever became of it since", () => {
  expect(pollWindows(state)).toEqual([{ createdStartDate: NOW - DAY, createdEndDate: NOW + 1000 }])
})

it("asks later for what was modified since the mark, and looks back an hour", () => {
  expect(pollWindows({ ...state, polledUntil: NOW - 60_000 })).toEqual([
    {
      createdStartDate: NOW - DAY,
      createdEndDate: NOW + 1000,
      lastModifiedStartDate: NOW - 60_000 - HOUR,
    },
  ])
})

it("looks back beyond what a mark in the future may have missed", () => {
  const windows = pollWindows({ ...state, polledUntil: NOW + HOUR })
  expect(windows).toMatchObject([{ lastModifiedStartDate: NOW - 2 * HOUR }])
})

it("never asks for orders made before the chosen moment", () => {
  const windows = pollWindows({ ...state, importFrom: NOW - 1000, polledUntil: NOW - 500 })
  expect(windows).toMatchObject([
    { createdStartDate: NOW - 1000, lastModifiedStartDate: NOW - 1000 },
  ])
})

it("stays within the history that Walmart keeps", () => {
  const [first] = pollWindows({ ...state, importFrom: 0 })
  expect(first.createdStartDate).toBe(NOW - 179 * DAY)
})

it("splits a long time into weeks without a gap", () => {
  const windows = createdWindows(NOW - 20 * DAY, NOW)
  expect(windows).toHaveLength(3)
  for (const [index, { createdStartDate }] of windows.entries()) {
    expect(createdStartDate).toBe(index === 0 ? NOW - 20 * DAY : windows[index - 1].createdEndDate)
  }
  expect(windows[2].createdEndDate).toBe(NOW)
})

it("lets no order leave the search for the latest changes by being changed again", () => {
  const windows = pollWindows({ ...state, importFrom: 0, polledUntil: NOW - 10 * DAY })
  expect(windows).toHaveLength(2)
  expect(windows[0].lastModifiedEndDate).toBe(windows[1].lastModifiedStartDate)
  expect(windows[1].lastModifiedEndDate).toBeUndefined()
})

it("halves the time of a search without a gap, by change or by creation", () => {
  const byChange = { createdStartDate: 0, createdEndDate: NOW, lastModifiedStartDate: NOW - HOUR }
  const middle = NOW - HOUR / 2
  expect(halvesOf(byChange, NOW)).toEqual([
    { ...byChange, lastModifiedEndDate: middle },
    { ...byChange, lastModifiedStartDate: middle },
  ])
  const byCreation = { createdStartDate: NOW - HOUR, createdEndDate: NOW }
  expect(halvesOf(byCreation, NOW)).toEqual([
    { ...byCreation, createdEndDate: middle },
    { ...byCreation, createdStartDate: middle },
  ])
  expect(halvesOf({ createdStartDate: NOW - 60_000, createdEndDate: NOW }, NOW)).toEqual([])
})
