/** The two texts that open an account at Walmart. */
export interface KeyPair {
  clientId: string
  clientSecret: string
}
