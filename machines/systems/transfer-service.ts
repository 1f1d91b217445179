/**
 * The service of a scenario: the transfer that its script asks for, as the user wants it, and nothing that could go wrong.
 *
 * Models    the script's commands, each with its good answer in the scenario's variant; the pieces of its file.
 * Bounds    those of the scenario.
 */
import { system } from '../../src/compose/index.ts';
import type { OwnStep, System } from '../../src/model/index.ts';
import { traitsOf } from '../ftp-replies.ts';
import type { Line, Server } from '../ftp-script.ts';
import { type Seen, type ServiceInput, transferService } from '../service.ts';
import type { Scenario } from './scenario.ts';

const servers = ['B', 'C'] as const satisfies readonly Server[];

function inputOf({ script, server, pieces }: Scenario): ServiceInput {
  const { sock, done } = traitsOf[server.B.protocol];
  const codes = { SOCK: sock, PASV: 200, LSTN: 255, GETS: 255 } as const;
  const preparation = (at: Server): ServiceInput['prepares'][Server] =>
    script[at].flatMap(({ say: { type }, transfer }) => {
      if (transfer) return [];
      if (!(type in codes)) throw new Error(`the service knows no good answer to the preparation ${type}`);
      return [{ command: type, code: codes[type as keyof typeof codes] }];
    });
  const transferAt = (at: Server): Line['say']['type'] => {
    const [line, ...more] = script[at].filter(({ transfer }) => transfer);
    if (line === undefined || more.length > 0) throw new Error(`the service is of one transfer, not that of ${at}`);
    return line.say.type === 'RTRV' ? 'RETR' : line.say.type;
  };
  return {
    prepares: { B: preparation('B'), C: preparation('C') },
    transfer: { B: transferAt('B'), C: transferAt('C') },
    stores: transferAt('B') === 'RETR' ? 'C' : 'B',
    pieces,
    done,
  };
}

/** All that can be seen of a transfer, each a step of the service. */
function shown({ prepares, transfer, stores, pieces, done }: ServiceInput): readonly Seen[] {
  const dialogues = servers.flatMap((server): Seen[] => {
    const said = new Map(prepares[server].map(({ command, code }) => [command, code] as const));
    const of = transfer[server];
    return [
      ...[...said].flatMap(([command, code]): Seen[] => [
        { type: 'COMMAND', to: server, command },
        { type: 'ANSWER', from: server, code, of: command },
      ]),
      { type: 'COMMAND', to: server, command: of },
      { type: 'ANSWER', from: server, code: 250, of },
      { type: 'ANSWER', from: server, code: done, of },
    ];
  });
  const sends = stores === 'B' ? 'C' : 'B';
  const file = Array.from({ length: pieces }, (_, piece): Seen => ({
    type: 'PIECE',
    at: stores,
    of: sends,
    piece: piece + 1,
  }));
  return [...dialogues, ...file];
}

/** The service as a system of one party: every step is seen, and it ends when both servers have reported the end. */
export function transferServiceOf(scenario: Scenario): System {
  const input = inputOf(scenario);
  const own = shown(input).map((event): OwnStep => ({ event, fairness: 'weak', class: 'service' }));
  return system({
    name: `service of ${scenario.name}`,
    parties: { service: { chart: transferService, input, own } },
    channels: {},
    ending: ({ party: { service } }) =>
      service!.matches('withB.ended') && service!.matches('withC.ended')
        ? { name: 'completes', fine: true }
        : undefined,
  });
}
