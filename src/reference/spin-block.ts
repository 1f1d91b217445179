import { type Column, grouped, markdownTable } from './markdown.ts';
import type { MeasuredMachine } from './performance-block.ts';

/** The large system by SPIN, in one form of its Promela. */
export type MeasuredSpin = {
  readonly form: 'rules' | 'tables';
  readonly states: number;
  readonly steps: number;
  readonly milliseconds: number;
  readonly bytes: number;
  /** Bytes of one state before it is stored. */
  readonly vector: number;
};

/** A leads-to claim under weak fairness, by both, from the system to the verdict. */
export type MeasuredLeadsTo = {
  readonly claim: string;
  readonly holds: boolean;
  readonly system: string;
  readonly states: number;
  readonly steps: number;
  readonly milliseconds: number;
  /** Of the run of `pan` alone, and of its making from the Promela by SPIN and gcc. */
  readonly spinMilliseconds: number;
  readonly madeMilliseconds: number;
  readonly spinBytes: number;
};

/** What `npm run bench -- --against spin --record` keeps. */
export type SpinRecord = {
  readonly machine: MeasuredMachine;
  readonly tools: string;
  readonly recorded: string;
  readonly repeats: number;
  readonly ours: {
    readonly system: string;
    readonly states: number;
    readonly steps: number;
    readonly milliseconds: number;
    readonly bytes: number;
  };
  readonly forms: readonly MeasuredSpin[];
  readonly leadsTo: readonly MeasuredLeadsTo[];
};

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
const number = (head: string): Column => ({ head, right: true });
const times = (ratio: number): string => ratio.toFixed(ratio < 1 ? 2 : 1);

/** The part of the page on performance that sets the engine against SPIN. */
export function spinBlock({ machine, tools, recorded, repeats, ours, forms, leadsTo }: SpinRecord): string {
  const speed = ({ steps, milliseconds }: { readonly steps: number; readonly milliseconds: number }): number =>
    (steps / milliseconds) * 1000;
  const row = (who: string, each: typeof ours | MeasuredSpin): string[] => [
    who,
    seconds(each.milliseconds),
    grouped(Math.round(speed(each))),
    (each.bytes / each.states).toFixed(1),
    'vector' in each ? String(each.vector) : '',
    'vector' in each ? times(speed(ours) / speed(each)) : '',
    'vector' in each ? times(each.bytes / ours.bytes) : '',
  ];
  const heads = ['time', 'steps/s', 'bytes/state', 'state vector', 'our speed, times', 'its size, times'].map(number);
  const claims = leadsTo.map((each) => [
    `${each.claim} (${each.holds ? 'holds' : 'violated'})`,
    grouped(each.states),
    seconds(each.milliseconds),
    seconds(each.spinMilliseconds),
    times(each.spinMilliseconds / each.milliseconds),
    seconds(each.spinMilliseconds + each.madeMilliseconds),
    times((each.spinMilliseconds + each.madeMilliseconds) / each.milliseconds),
    (each.spinBytes / each.states).toFixed(1),
  ]);
  const claimHeads = [
    'states',
    'here',
    '`pan -a -f`',
    'times as long',
    'with its making',
    'times as long',
    "SPIN's bytes/state",
  ].map(number);
  return [
    `${recorded}: ${machine.processor}, load ${machine.load.toFixed(1)} at the beginning; ${tools}. Medians of ${repeats}, in turn.`,
    `${ours.system}, ${grouped(ours.states)} states and ${grouped(ours.steps)} steps by all:`,
    markdownTable(
      [{ head: 'by' }, ...heads],
      [row('this engine', ours), ...forms.map((each) => row(`SPIN, ${each.form}`, each))],
    ),
    `${leadsTo[0]?.system ?? 'Leads-to'}, claims under weak fairness:`,
    markdownTable([{ head: 'claim' }, ...claimHeads], claims),
  ].join('\n\n');
}
