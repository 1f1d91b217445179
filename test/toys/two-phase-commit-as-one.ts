/**
 * Two-phase commit of the TLA+ examples as one machine that keeps all parties in its context, which is what
 * `xstate/graph` can explore. It has the same states as the system of `two-phase-commit.ts`.
 */
import { assign, setup } from 'xstate';

type Decision = 'commit' | 'abort';
type Whole = {
  readonly decision: Decision | null;
  /** By manager: whether the coordinator knows that it is prepared. */
  readonly known: readonly boolean[];
  readonly managers: readonly ('working' | 'prepared' | 'committed' | 'aborted')[];
  /** By manager: whether it has said that it is prepared. */
  readonly said: readonly boolean[];
};
type Move =
  { type: 'DECIDE_COMMIT' | 'DECIDE_ABORT' } | { type: 'PREPARE' | 'CHOOSE_ABORT' | 'TELL' | 'HEAR'; of: number };

const of = (event: Move): number => ('of' in event ? event.of : 0);

/** The machine for so many managers, and the events to explore it with. */
export function twoPhaseCommitAsOne(managers: number) {
  const each = <T>(value: T): T[] => Array.from({ length: managers }, () => value);
  const machine = setup({
    types: { context: {} as Whole, events: {} as Move },
    guards: {
      works: ({ context, event }) => context.managers[of(event)] === 'working',
      tells: ({ context, event }) => context.decision === null && context.said[of(event)] === true,
      hears: ({ context }) => context.decision !== null,
      undecided: ({ context }) => context.decision === null,
      unanimous: ({ context }) => context.decision === null && context.known.every(Boolean),
    },
    actions: {
      prepare: assign(({ context, event }) => ({
        managers: context.managers.with(of(event), 'prepared'),
        said: context.said.with(of(event), true),
      })),
      chooseAbort: assign(({ context, event }) => ({ managers: context.managers.with(of(event), 'aborted') })),
      tell: assign(({ context, event }) => ({ known: context.known.with(of(event), true) })),
      hear: assign(({ context, event }) => ({
        managers: context.managers.with(of(event), context.decision === 'commit' ? 'committed' : 'aborted'),
      })),
      commit: assign({ decision: 'commit' as const }),
      abort: assign({ decision: 'abort' as const }),
    },
  }).createMachine({
    id: 'twoPhaseCommit',
    context: { decision: null, known: each(false), managers: each('working'), said: each(false) },
    on: {
      PREPARE: { guard: 'works', actions: 'prepare' },
      CHOOSE_ABORT: { guard: 'works', actions: 'chooseAbort' },
      TELL: { guard: 'tells', actions: 'tell' },
      HEAR: { guard: 'hears', actions: 'hear' },
      DECIDE_COMMIT: { guard: 'unanimous', actions: 'commit' },
      DECIDE_ABORT: { guard: 'undecided', actions: 'abort' },
    },
  });
  const kinds = ['PREPARE', 'CHOOSE_ABORT', 'TELL', 'HEAR'] as const;
  const events: Move[] = [
    { type: 'DECIDE_COMMIT' },
    { type: 'DECIDE_ABORT' },
    ...each(0).flatMap((_, number) => kinds.map((type): Move => ({ type, of: number }))),
  ];
  return { machine, events };
}
