/** Two users, each with two servers of its own, and their transfers at once: what each is owed it is owed beside another. */
import { sessionOf, twoSessions } from '../../machines/systems/two-sessions.ts';
import type { Claim, Family, Step, View } from '../../src/model/index.ts';
import type { Attempt } from './attempt.ts';
import { attemptTransfer, families as watched, type TransferOrder, transferScenario } from './transfer-orders.ts';

const sessions = ['1', '2'] as const;
type Session = (typeof sessions)[number];

/** A step of a session under the names that a single session has; undefined of a step of the other one. */
function stepOf(step: Step, session: Session): Step | undefined {
  const within = (name: string): string => name.slice(session.length + 1);
  if (!step.party.startsWith(`${session}.`)) return undefined;
  const { channel } = step;
  return {
    ...step,
    party: within(step.party),
    class: within(step.class),
    ...(channel !== undefined && { channel: within(channel) }),
    sends: step.sends.map((sent) => ({
      ...sent,
      from: within(sent.from),
      to: within(sent.to),
      channel: within(sent.channel),
    })),
  };
}

/** A claim on states or steps, made of one of the sessions; none of any other claim. */
function ofSession(claim: Claim, session: Session): readonly Claim[] {
  const name = `${claim.name} (${session})`;
  if (claim.kind === 'always')
    return [{ ...claim, name, holds: (state: View) => claim.holds(sessionOf(state, session)) }];
  if (claim.kind !== 'everyStep') return [];
  return [
    {
      ...claim,
      name,
      holds: (before, step, after) => {
        const own = stepOf(step, session);
        return own === undefined || claim.holds(sessionOf(before, session), own, sessionOf(after, session));
      },
    },
  ];
}

const families: readonly Family[] = watched.map(({ name, claims }) => ({
  name,
  claims: claims.flatMap((claim) => sessions.flatMap((session) => ofSession(claim, session))),
}));

/** Builds the system of two users who ask for such transfers, each in its own time. */
export const attemptSideBySide = (made: TransferOrder): Attempt => ({
  system: twoSessions(transferScenario(made)),
  families,
  owed: attemptTransfer(made).owed,
});
