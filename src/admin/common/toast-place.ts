/** Where the dashboard's messages stand; one with a description would otherwise lie over a drawer's buttons. */
export const TOAST_PLACE = { position: "top-right" } as const
