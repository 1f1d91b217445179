import type { Episode, Story, Told } from '../../src/trace/story.ts';

const sends = (from: string, to: string, text: string, receivedAt?: number): Told => ({
  from,
  to,
  text,
  direct: false,
  ...(receivedAt !== undefined && { receivedAt }),
});

const own = (party: string, text: string, states: string, sent: readonly Told[] = []): Episode => ({
  kind: 'own',
  party,
  text,
  sends: sent,
  changes: states === '' ? [] : [{ party, states, context: [] }],
});

const takes = (
  party: string,
  text: string,
  [from, sentAt]: readonly [string, number],
  states: string,
  sent: readonly Told[] = [],
  kind: Episode['kind'] = 'deliver',
): Episode => ({ ...own(party, text, states, sent), kind, from, sentAt });

/** A connection that is asked for again and again: thirteen steps, of which the last five repeat. Made by hand. */
export const lasso: Story = {
  lanes: ['user', 'near', 'far', 'server'],
  laneOf: { user: 'user', near: 'near', far: 'far', server: 'server' },
  initial: { user: 'idle', near: 'closed', far: 'listening', server: 'serving' },
  episodes: [
    own('user', 'connect', 'connecting', [sends('user', 'near', 'CONNECT', 2)]),
    takes('near', 'CONNECT', ['user', 1], 'requesting', [sends('near', 'far', 'RTS 1200→3', 5)]),
    own('server', 'crash', 'restarting', [sends('server', 'far', 'CLOSE', 4)]),
    takes('far', 'CLOSE', ['server', 3], 'closed'),
    takes('far', 'RTS 1200→3', ['near', 2], '', [sends('far', 'near', 'CLS 3→1200', 7)]),
    own('near', 'gives up', 'closing', [sends('near', 'far', 'CLS 1200→3', 8)]),
    takes('near', 'CLS 3→1200', ['far', 5], 'closed'),
    takes('far', 'CLS 1200→3', ['near', 6], '', [], 'lose'),
    own('near', 'retry', 'requesting', [sends('near', 'far', 'RTS 1200→3', 10)]),
    takes('far', 'RTS 1200→3', ['near', 9], '', [sends('far', 'near', 'CLS 3→1200', 13)]),
    own('near', 'gives up', 'closing', [sends('near', 'far', 'CLS 1200→3', 12)]),
    takes('far', 'CLS 1200→3', ['near', 11], ''),
    takes('near', 'CLS 3→1200', ['far', 10], 'closed'),
  ],
  loop: 8,
};
