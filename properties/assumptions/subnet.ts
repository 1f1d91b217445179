/**
 * What the subnet may do to messages between two hosts.
 *
 * Source  fault E15; RFC 512, RFC 528, RFC 626 p. 2.
 */
import type { System } from '../../src/model/index.ts';
import { apart, type SettingAxis } from './axis-table.ts';
import { doubling, losing, narrowed, orderedByLink, undelivered, unordered } from './faulty-system.ts';

/** What a value does to the system that the others give. */
export type Faulty = { readonly change?: (system: System) => System };

const wires = /^wire\./;

/** What may go wrong between any two hosts. */
export const subnet = (one: string, other: string): readonly SettingAxis<Faulty>[] => {
  const [to, back] = [`${one}-to-${other}`, `${other}-to-${one}`];
  const wire = (from: string, at: string): RegExp => new RegExp(`^wire\\.${from}>${at}$`);
  return [
    {
      name: 'channel-order',
      says: 'what keeps its order between two hosts: all messages, those of a link, none',
      kind: 'assumption',
      values: { 'host-pair': {}, link: { change: orderedByLink(wires) }, none: { change: unordered(wires) } },
    },
    {
      name: 'loss',
      says: 'one message may be lost',
      kind: 'assumption',
      values: { none: {}, [to]: { change: losing(wire(one, other)) }, [back]: { change: losing(wire(other, one)) } },
      weakens: apart('none', to, back),
    },
    {
      name: 'duplication',
      says: 'one message may come twice',
      kind: 'assumption',
      values: {
        none: {},
        [to]: { change: doubling(wire(one, other)) },
        [back]: { change: doubling(wire(other, one)) },
      },
      weakens: apart('none', to, back),
    },
    {
      // A full queue cuts runs off: what fewer places allow is not more, and nothing is inherited along it.
      name: 'capacity',
      says: 'how many messages a queue holds',
      kind: 'choice',
      values: { ample: {}, two: { change: narrowed(2) }, one: { change: narrowed(1) } },
    },
    {
      name: 'fair-wire',
      says: 'whether what waits between hosts is delivered in the end',
      kind: 'assumption',
      values: { weak: {}, none: { change: undelivered(wires) } },
    },
  ];
};
