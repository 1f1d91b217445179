/** Evidence that does not show what it is said to show; the message names the claim and the state or step. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** @throws Refusal always. */
export function refuse(why: string): never {
  throw new Refusal(why);
}
