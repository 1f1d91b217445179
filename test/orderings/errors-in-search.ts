/** Whether a search has met a protocol error that a live run has met. */
import { Paths } from '../../src/check/paths.ts';
import type { LiveError } from '../../src/trace/live-system.ts';
import { found, type Known, missed } from './breach.ts';
import type { Survey } from './survey.ts';

export function errorInSearch({ explored, report }: Survey, { kind, where, message }: LiveError): Known {
  const { composition, store, unspecified, full } = explored;
  const { parties } = composition;
  if (kind === 'bound hit') {
    const path = report.verdicts.find(({ claim }) => claim === kind)?.path;
    return full === undefined || path === undefined ? missed(report.stopped === undefined, report.states) : found(path);
  }
  const met = unspecified.find(
    ({ party, message: number }) =>
      parties.list[party]!.name === where && parties.messages.at(number).type === message.type,
  );
  if (met === undefined) return missed(report.complete, report.states);
  if (met.state === -1) return found({ steps: [] });
  const same = (other: { readonly party: number; readonly message: number }): boolean =>
    other.party === met.party && other.message === met.message;
  const paths = new Paths(composition, store, undefined);
  const steps = paths.stepsOf(met.state).filter((taken) => taken.unspecified.some(same));
  return found(paths.through(new Map([[met.state, steps]])));
}
