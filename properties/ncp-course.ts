/**
 * How far a socket gets in one step: it opens with its request said, and is over only when it may be.
 *
 * Source  NIC 8246 pp. 10-14, 17-18.
 */
import { cite } from '../machines/clauses.ts';
import type { Address } from '../machines/messages.ts';
import { same } from '../machines/ncp-memory.ts';
import type { Sockets } from '../machines/systems/two-sockets.ts';
import { type Claim, everyStep, type Step } from '../src/model/index.ts';
import { type Brought, brought, fromPeer, sentTo, socketAt, touched } from './ncp-step-words.ts';

const connected = ['open', 'draining', 'awaitingRfnm', 'closing'];

/** Whether the step is one of those that end connections without CLS: an outage, or what a knob allows. */
const breaksOff = (before: Sockets, name: string, { message, sends }: Step): boolean => {
  const { knobs } = socketAt(before, name).context.self;
  const within = sends.filter(({ to }) => to === name).map((sending) => sending.message.type);
  return (
    ['RST', 'DEAD', 'CRASH', 'GIVE_UP_ON_CLS'].includes(message.type) ||
    within.includes('CRASH') ||
    (knobs.reuse === 'sloppy' && (within.includes('CONNECT') || within.includes('LISTEN'))) ||
    (knobs.repeatedRequest === 'restart' && (message.type === 'STR' || message.type === 'RTS'))
  );
};

const bringsCls = (given: Brought | undefined, socket: string, peer: Address): boolean =>
  given?.receiver === socket && given.message.type === 'CLS' && same(given.speaker, peer);

/** For every system with sockets. */
export const ncpCourse: readonly Claim[] = [
  everyStep<Sockets>('a socket opens with its request said once, now or when it called', {
    ...cite('NCP-06', 'NCP-11', 'NCP-12', 'NCP-13'),
    holds: (before, step, after) =>
      touched(step).every((name) => {
        const [was, is] = [socketAt(before, name), socketAt(after, name)];
        const { peer, self } = is.context;
        if (!is.matches('open') || peer === null || (was.matches('open') && same(was.context.peer, peer))) return true;
        const requests = sentTo(step, name, self.socket % 2 === 1 ? 'STR' : 'RTS', peer);
        return (
          requests === (was.matches('requesting') && same(was.context.peer, peer) ? 0 : 1) ||
          breaksOff(before, name, step)
        );
      }),
  }),
  everyStep<Sockets>('a socket that calls has said its request once, to whom it calls', {
    ...cite('NCP-06', 'NCP-13'),
    holds: (before, step, after) =>
      touched(step).every((name) => {
        const [was, is] = [socketAt(before, name), socketAt(after, name)];
        const { peer, self } = is.context;
        if (!is.matches('requesting')) return true;
        if (peer === null) return false;
        const requests = sentTo(step, name, self.socket % 2 === 1 ? 'STR' : 'RTS', peer);
        return requests === 1 || (requests === 0 && was.matches('requesting') && same(was.context.peer, peer));
      }),
  }),
  everyStep<Sockets>('a connection or a request is over only when CLS has gone both ways', {
    ...cite('NCP-40', 'NCP-41', 'NCP-43', 'NCP-53'),
    holds: (before, step, after) =>
      touched(step).every((name) => {
        const [was, is] = [socketAt(before, name), socketAt(after, name)];
        const { peer } = was.context;
        if (peer === null || !['requesting', ...connected].some(was.matches) || breaksOff(before, name, step))
          return true;
        const stays =
          same(is.context.peer, peer) &&
          [...(was.matches('requesting') ? ['requesting'] : []), ...connected].some(is.matches);
        if (stays) return true;
        const sent = was.matches('closing') || sentTo(step, name, 'CLS', peer) > 0;
        return sent && (was.matches('awaitingRfnm') || bringsCls(brought(step), name, peer));
      }),
  }),
  everyStep<Sockets>('a connection that is reset, or whose host is dead, is over at once', {
    ...cite('NCP-70', 'NCP-75', 'NCP-76'),
    holds: (before, step, after) => {
      const given = brought(step, 'RST', 'DEAD');
      if (given === undefined) return true;
      const [was, is] = [socketAt(before, given.receiver), socketAt(after, given.receiver)];
      const { peer } = was.context;
      const hit = given.message.type === 'RST' ? fromPeer(before, given) : peer?.host === given.speaker.host;
      return !hit || !connected.some(was.matches) || !(connected.some(is.matches) && same(is.context.peer, peer));
    },
  }),
  everyStep<Sockets>('a CLS from the peer ends what its own CLS has ended', {
    ...cite('NCP-40', 'NCP-43', 'NCP-47', 'NCP-48'),
    holds: (before, step, after) => {
      const given = brought(step, 'CLS');
      if (given === undefined || !fromPeer(before, given)) return true;
      const [was, is] = [socketAt(before, given.receiver), socketAt(after, given.receiver)];
      if (was.context.owed.some((each) => same(each, given.speaker))) return true;
      const ends =
        was.matches('closing') ||
        was.matches('requesting') ||
        (was.matches('open') && was.context.unacknowledged === 0);
      return !ends || !same(is.context.peer, given.speaker) || is.matches('requesting') || is.matches('down');
    },
  }),
  everyStep<Sockets>('nothing that is over is remembered of a connection', {
    ...cite('NCP-40', 'NCP-70'),
    holds: (_before, step, after) =>
      touched(step).every((name) => {
        const { context, matches } = socketAt(after, name);
        const { peer, filter, credit, unacknowledged, link, asked } = context;
        const blank = peer === null && credit === 0 && unacknowledged === 0 && link === null && !asked;
        if (matches('listening')) return blank;
        return !['closed', 'pending', 'down', 'resetting'].some(matches) || (blank && filter === null);
      }),
  }),
];
