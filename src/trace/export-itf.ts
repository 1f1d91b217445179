import type { Message, Path, Step, System, View } from '../model/index.ts';

/** What an ITF file says about a trace besides its states. */
export type ItfCaptions = {
  readonly description: string;
  /** The run that the trace belongs to. */
  readonly source: string;
  /** The claim that it shows. */
  readonly property: string;
  readonly violated: boolean;
};

/**
 * A trace in the Informal Trace Format, for the tools of Apalache and Quint.
 *
 * A variable for each party, with its state (nested variants, a record where regions are parallel) and its context, and
 * one for each queue, a list of messages. The action that led to a state stands in `mbt::actionTaken`, whose message it
 * was in `mbt::nondetPicks`. The value `null` is the variant `None`.
 *
 * In a lasso, `loop` is the state after the first step that repeats: after the last state comes that one again.
 *
 * Source    Apalache, ADR-015.
 *
 * @param views the states along the path, the initial one first.
 */
export function itf(system: System, path: Path, views: readonly View[], captions: ItfCaptions): string {
  const { description, source, property, violated } = captions;
  const queues = Object.keys(system.channels).filter((name) => system.channels[name]!.kind === 'fifo');
  const queueName = (channel: string): string => (channel in system.parties ? `${channel} (queue)` : channel);
  const states = views.map((view, index) => ({
    '#meta': { index },
    ...Object.fromEntries(
      Object.keys(system.parties).map((party) => {
        const { value, context } = view.party[party]!;
        return [party, { state: stateValue(value), context: itfValue(context) }];
      }),
    ),
    ...Object.fromEntries(queues.map((channel) => [queueName(channel), view.channel[channel]!.map(variantOf)])),
    'mbt::actionTaken': index === 0 ? 'init' : actionName(path.steps[index - 1]!),
    'mbt::nondetPicks': picks(path.steps[index - 1]),
  }));
  const file = {
    '#meta': { format: 'ITF', description, source, status: violated ? 'violation' : 'ok', property, varTypes: {} },
    params: [],
    vars: [...Object.keys(system.parties), ...queues.map(queueName), 'mbt::actionTaken', 'mbt::nondetPicks'],
    states,
    ...(path.loop !== undefined && { loop: path.loop + 1 }),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

const unit = { '#tup': [] };
const none = { tag: 'None', value: unit };
const some = (value: unknown): unknown => ({ tag: 'Some', value });

const actionName = ({ kind, party, channel, message }: Step): string =>
  kind === 'own' ? `${party}.${message.type}` : `${channel} ${kind}s`;

const picks = (step: Step | undefined): unknown =>
  step === undefined
    ? { party: none, channel: none, message: none }
    : {
        party: some(step.party),
        channel: step.channel === undefined ? none : some(step.channel),
        message: some(variantOf(step.message)),
      };

const variantOf = ({ type, ...fields }: Message): unknown => ({
  tag: type,
  value: Object.values(fields).every((field) => field === undefined) ? unit : itfValue(fields),
});

/** XState's value of a state: a variant for the one substate, a record for parallel regions. */
function stateValue(value: unknown): unknown {
  if (typeof value === 'string') return { tag: value, value: unit };
  const regions = Object.entries(value as Record<string, unknown>);
  if (regions.length === 0) return unit;
  if (regions.length === 1) return { tag: regions[0]![0], value: stateValue(regions[0]![1]) };
  return Object.fromEntries(regions.map(([region, inner]) => [region, stateValue(inner)]));
}

function itfValue(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) ? { '#bigint': String(value) } : { '#unserializable': String(value) };
  }
  if (value === null || value === undefined) return none;
  if (Array.isArray(value)) return value.map(itfValue);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return fields.some(([name]) => name.startsWith('#'))
    ? { '#map': fields.map(([name, field]) => [name, itfValue(field)]) }
    : Object.fromEntries(fields.map(([name, field]) => [name, itfValue(field)]));
}
