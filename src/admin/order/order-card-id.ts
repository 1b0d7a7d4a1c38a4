/** Where the summary's link leads. */
export const ORDER_CARD_ID = "walmart-order"
