/** How far into a list may be paged, in entries, and the longest text that is searched for, in characters. */
export const LIST_LIMITS = { offset: 10_000_000, search: 200 }
