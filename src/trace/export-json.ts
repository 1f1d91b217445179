import type { Path, System, View } from '../model/index.ts';
import type { Story } from './story.ts';
import type { TraceFile } from './trace-file.ts';

/**
 * A trace with everything that a drawing or another tool may ask for: the trace file's head, the lanes, every step in
 * words and as data, and the whole state after it.
 *
 * @param views the states along the path, the initial one first.
 */
export function traceJson(
  trace: TraceFile,
  { system, path, views, story }: { system: System; path: Path; views: readonly View[]; story: Story },
): string {
  const { format: _, version, steps: __, loop, ...head } = trace;
  const { lanes, laneOf, episodes } = story;
  const whole = {
    format: 'matching-rfc trace with states',
    version,
    ...head,
    lanes,
    laneOf,
    ...(loop !== undefined && { loop }),
    initial: plain(system, views[0]!),
    steps: path.steps.map(({ kind, party, channel, message, class: name, sends }, index) => {
      const { text, from, sentAt, sends: told, changes } = episodes[index]!;
      return {
        number: index + 1,
        kind,
        party,
        ...(channel !== undefined && { channel }),
        message,
        class: name,
        text,
        ...(from !== undefined && { from }),
        ...(sentAt !== undefined && { sentAt }),
        sends: sends.map((sending, place) => {
          const { text, direct, receivedAt } = told[place]!;
          return { ...sending, text, direct, ...(receivedAt !== undefined && { receivedAt }) };
        }),
        changes,
        state: plain(system, views[index + 1]!),
      };
    }),
  };
  return `${JSON.stringify(whole, undefined, 2)}\n`;
}

/** A state as plain data: value and context of each party, the contents of each queue. */
function plain(system: System, { party, channel }: View): unknown {
  const queues = Object.entries(system.channels).filter(([, { kind }]) => kind === 'fifo');
  return {
    party: Object.fromEntries(
      Object.keys(system.parties).map((name) => {
        const { value, context } = party[name]!;
        return [name, { value, context }];
      }),
    ),
    channel: Object.fromEntries(queues.map(([name]) => [name, channel[name]])),
  };
}
