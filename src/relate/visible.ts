import { type Message, type Step, type System, type Visible, canonical } from '../model/index.ts';

/**
 * Words for messages: as the system labels them in drawings; where two different ones have one label, the later one with
 * the fields in which it differs from the first.
 *
 * One and the same for all systems that are compared, so that what is called the same is the same.
 */
export function wording(label: System['label']): (message: Message) => string {
  const owners = new Map<string, Message>();
  const known = new WeakMap<Message, string>();
  return (message) => {
    const made = known.get(message);
    if (made !== undefined) return made;
    const short = label?.(message) ?? canonical(message);
    const owner = owners.get(short) ?? message;
    owners.set(short, owner);
    const text = short + unlike(message, owner);
    known.set(message, text);
    return text;
  };
}

function unlike(message: Message, owner: Message): string {
  const told = (field: Message[string]): string => (field === undefined ? 'none' : canonical(field));
  const fields = [...new Set([...Object.keys(message), ...Object.keys(owner)])].sort();
  const different = fields.filter((field) => told(message[field]) !== told(owner[field]));
  if (different.length === 0) return '';
  return ` (${different.map((field) => `${field} ${told(message[field])}`).join(', ')})`;
}

type Say = (message: Message) => string;

/** Every step, as a trace has it: who does or receives what, by which channel; losses and duplicates, too. */
export const allSteps =
  (say: Say): Visible =>
  ({ kind, party, channel, message }) =>
    kind === 'own' ? `${party} does ${say(message)}` : `${channel} ${kind}s to ${party}: ${say(message)}`;

/** What some parties do of themselves and what queues deliver to them. What is lost is not seen. */
export const messagesOf =
  (parties: ReadonlySet<string>, say: Say): Visible =>
  (step) =>
    parties.has(step.party) ? doing(step, say) : undefined;

/** All that some parties have a part in: what they do, receive and send, calls within a host included. */
export const seenBy =
  ({ channels }: System, parties: ReadonlySet<string>, say: Say): Visible =>
  (step) => {
    const first = parties.has(step.party) ? doing(step, say) : undefined;
    const sent = step.sends
      .filter(({ from, to, channel }) => parties.has(from) || (parties.has(to) && channels[channel]?.kind === 'direct'))
      .map(({ from, to, message }) => `${from} tells ${to} ${say(message)}`);
    const all = [...(first === undefined ? [] : [first]), ...sent];
    return all.length === 0 ? undefined : all.join(', ');
  };

function doing({ kind, party, message }: Step, say: Say): string | undefined {
  if (kind === 'lose') return undefined;
  return `${party} ${kind === 'own' ? 'does' : 'receives'} ${say(message)}`;
}
