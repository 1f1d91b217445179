import { deflateSync } from 'node:zlib';

import type { Certificate } from '../certify/index.ts';
import type { ClaimEvidence, Order, Reason } from '../model/index.ts';

/** What a certificate speaks of, beside what it says. */
export type Heading = {
  readonly format: 'matching-rfc certificate';
  readonly version: 1;
  /** The version of this package that wrote it. */
  readonly program: string;
  readonly run: string;
  /** The claims that were asked for; all without names. */
  readonly asked: readonly string[];
  /** The system's parties, charts, channels and inputs, as a SHA-256. */
  readonly model: string;
  readonly bounds: string;
  readonly fairness: string;
};

export const certificateFormat = 'matching-rfc certificate';
export const certificateVersion = 1;

/** A column of numbers in a text: 32 bits each, the lowest first, deflated (RFC 1950), in base64. */
const column = (numbers: Uint32Array): string =>
  deflateSync(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)).toString('base64');

/** A text of the ranks and reasons of an order; what is ordered anew inside a reason is written likewise. */
const orderJson = ({ ranks, reasons }: Order): unknown => ({
  ranks: column(ranks),
  reasons: [...reasons].map(([rank, reason]) => [rank, reasonJson(reason)]),
});

function reasonJson(reason: Reason): unknown {
  if (reason.kind === 'strong') return { ...reason, rest: orderJson(reason.rest) };
  if (reason.kind === 'fair' && reason.named) return { ...reason, named: orderJson(reason.named) };
  return reason;
}

const claimJson = ({ marks, order, distances }: ClaimEvidence): unknown => ({
  ...(marks && { marks: column(Uint32Array.from(marks)) }),
  ...(order && { order: orderJson(order) }),
  ...(distances && { distances: column(distances) }),
});

/** The text of a certificate: one line for each fact of the heading, for each verdict and for each part of the evidence. */
export function writeCertificate(heading: Heading, { verdicts, complete }: Certificate): string {
  const line = (name: string, value: unknown): string => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`;
  const list = (values: readonly unknown[]): string =>
    values.map((value) => `\n    ${JSON.stringify(value)}`).join(',');
  const parts = [
    ...Object.entries(heading).map(([name, value]) => line(name, value)),
    `  "verdicts": [${list(verdicts)}\n  ]`,
  ];
  if (complete) {
    const { evidence, steps, depth, ends, sample } = complete;
    const { states, claims, ends: loops } = evidence;
    parts.push(
      line('counts', { states: states.count, steps, depth }),
      line('ends', ends),
      ...(sample ? [line('sample', sample)] : []),
      line('parties', states.parties),
      line('channels', states.channels),
      line('columns', states.columns.map(column)),
      line('parents', column(states.parents)),
      line('claims', Object.fromEntries([...claims].map(([name, evidence]) => [name, claimJson(evidence)]))),
      line('loops', orderJson(loops)),
    );
  }
  return `{\n${parts.join(',\n')}\n}\n`;
}
