/**
 * Two sockets whose processes do as they like: what NIC 8246 promises of an NCP, knob by knob and fault by fault.
 */
import { twoSockets } from '../../machines/systems/two-sockets.ts';
import { twoSocketsSetting, type TwoSocketsSetting } from '../../machines/systems/two-sockets-settings.ts';
import type { Family, Run } from '../../src/model/index.ts';
import { eitherDecides, givesUp, unknownClsIsError } from '../ncp-choices.ts';
import { ncpClosing, ncpClosingByTheLetter, ncpClosingWithRival } from '../ncp-closing.ts';
import { conductOfNcps } from '../ncp-conduct.ts';
import { ncpCreditBack, ncpData } from '../ncp-data.ts';
import { ncpGivesUp } from '../ncp-gives-up.ts';
import { ncpMatching, ncpMatchingWithRival } from '../ncp-matching.ts';
import { ncpDataOrder, ncpOrder } from '../ncp-order.ts';
import { ncpAnswered, ncpForgetful, ncpReset } from '../ncp-outage.ts';
import { ncpPending } from '../ncp-pending.ts';
import { processConduct } from '../process-conduct.ts';
import { ncpWaysBack } from '../ways-back.ts';
import { expectedOf } from './transfer-run.ts';

const whole = [ncpMatching, ncpClosing, ncpData, ncpWaysBack];
const bare = [ncpMatching, ncpClosing];
const withRival = [ncpMatchingWithRival, ncpClosingWithRival, ncpClosingByTheLetter];
const inOrder = [...withRival, ncpOrder];

const lines: Readonly<Record<TwoSocketsSetting, readonly [says: string, families: readonly Family[]]>> = {
  refuse: ['requests for which nobody waits are refused', [...whole, ncpDataOrder]],
  'more-of-everything': ['requests are refused; twice the calls, three times the data', [...whole, ncpDataOrder]],
  queue: ['requests for which nobody waits are queued', [...whole, ncpPending]],
  'queue-times-out': ['requests are queued for a while; every wait for an answer may end', [...whole, ncpPending]],
  drop: ['requests for which nobody waits are dropped', whole],
  'drop-and-answer': ['requests are dropped, but an unknown CLS is answered', whole],
  'drop-times-out': ['requests are dropped; every wait for an answer may end', whole],
  'times-out': ['requests are refused; every wait for an answer may end', whole],
  'by-process': ['the receiving process decides about its caller', whole],
  'credit-on-opening': ['the receiving NCP allows data by itself', [...whole, ncpDataOrder]],
  'credit-back': ['the receiver may ask its credit back', [...whole, ncpCreditBack, ncpDataOrder]],
  'size-differs': ['the receiver wants another byte size', bare],
  'mismatch-refuse-keep': ['a rival calls; the listener refuses it and goes on', inOrder],
  'mismatch-refuse-fail': ['a rival calls; the listener refuses it and stops', inOrder],
  'mismatch-queue': ['a rival calls; the listener lets it wait', inOrder],
  'mismatch-accept-check': ['a rival calls; the listener accepts it and then looks', inOrder],
  'busy-queue': ['a rival calls; a busy socket lets it wait', inOrder],
  'queue-with-rival': ['a rival calls; requests for which nobody waits are queued', inOrder],
  'by-process-with-rival': ['a rival calls; the process decides, and may think again', inOrder],
  'listens-for-others': ['the receiver may listen for somebody who never calls', inOrder],
  'sloppy-reuse': ['a socket is used again before CLS has gone both ways', whole],
  'sloppy-and-error': ['the same, and an unknown CLS is an error', [...whole, unknownClsIsError]],
  'sloppy-and-answer': ['the same, and an unknown CLS is answered', bare],
  'gives-up-on-cls': ['an NCP may give up waiting for a CLS', [...bare, givesUp]],
  'loses-and-gives-up': [
    'one message from the sending host is lost; an NCP may give up waiting for a CLS',
    [...bare, ncpGivesUp],
  ],
  'crash-reset': ['the receiving host crashes and resets the other', [ncpMatching, ncpReset, ncpAnswered]],
  'crash-of-sender-reset': ['the sending host crashes and resets the other', [ncpMatching, ncpReset, ncpAnswered]],
  'crash-of-both-reset': ['either host may crash, and resets the other', [ncpMatching, ncpReset]],
  'crash-reset-with-rival': ['the receiving host crashes and resets two others', [ncpReset, ncpAnswered]],
  'crash-by-process': ['the sending host crashes while the receiving process decides', [ncpReset, ncpAnswered]],
  'crash-of-sender-no-reset': [
    'the sending host crashes; a request for an open pair starts afresh',
    [ncpMatching, ncpForgetful],
  ],
  'crash-no-reset': ['the receiving host crashes and says nothing', [ncpMatching, ncpForgetful]],
  'crash-restart': ['the same; a request for an open pair starts afresh', [ncpMatching, ncpForgetful]],
  'loses-request': ['one message from the sending host is lost', whole],
  'loses-answer': ['one message from the receiving host is lost', whole],
  'loses-and-times-out': ['one message is lost; every wait for an answer may end', whole],
  duplicates: ['one message from the sending host comes twice', whole],
  'queue-duplicates': ['requests are queued, and one message each way comes twice', bare],
  'by-process-duplicates': [
    'both processes decide about callers, and one message each way comes twice',
    [...bare, eitherDecides],
  ],
  'mismatch-queue-duplicates': ['a rival that has to wait is heard twice', withRival],
  'busy-queue-duplicates': ['a rival that a busy socket lets wait is heard twice', withRival],
  'order-per-link': ['data and control commands may overtake each other', whole],
};

/** The limits that make a setting finite, in words. */
const boundsOf = (name: TwoSocketsSetting): string => {
  const { sender, receiver, rival, loses, duplicates } = twoSocketsSetting(name);
  const sides = Object.entries({ sender, receiver, ...(rival && { rival }) }).map(
    ([side, knobs]) => `${knobs?.calls ?? 2} by the ${side}`,
  );
  const pieces = Math.min(sender?.pieces ?? 1, receiver?.pieces ?? 1);
  return [
    `calls: ${sides.join(', ')}`,
    `${pieces} ${pieces === 1 ? 'message' : 'messages'} of data`,
    ...Object.keys(loses ?? {}).map((pair) => `1 loss on ${pair}`),
    ...Object.keys(duplicates ?? {}).map((pair) => `1 duplicate on ${pair}`),
    ...(receiver?.crash ? ['1 crash'] : []),
    'queues of 8 never full',
  ].join('; ');
};

/** The runs named two-sockets/... */
export const twoSocketsRuns: readonly Run[] = Object.entries(lines).map(([key, [says, families]]) => {
  const setting = key as TwoSocketsSetting;
  const name = `two-sockets/${setting}`;
  return {
    name,
    summary: `two sockets: ${says}`,
    system: () => twoSockets(twoSocketsSetting(setting)),
    families: [...families, conductOfNcps('wire.B>C'), processConduct],
    expected: expectedOf(name),
    bounds: boundsOf(setting),
  };
});
