/**
 * Core's fulfillment provider that calls no outside service and leaves the parcel to people. A shipping option's own one might print and
 * pay a second label for a parcel that has left.
 */
export const MANUAL_PROVIDER = "manual_manual"
