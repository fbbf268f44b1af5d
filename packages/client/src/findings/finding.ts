/** One place where a body and the contract differ. */
export interface Finding {
  /** JSON pointer to the place, such as `/lineItems/0/quantity`; empty for the body itself. */
  readonly pointer: string;
  /** What is different there, such as `must be integer`. Holds no value of the body. */
  readonly message: string;
}
