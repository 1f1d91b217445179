/**
 * A system or one of its charts is written in a way that cannot be checked.
 *
 * The message names the place (party, state, event, channel) and the mend.
 */
export class ModelError extends Error {
  override readonly name = 'ModelError';
}
