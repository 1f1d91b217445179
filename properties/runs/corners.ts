/**
 * Where the charts are written and the usual scenes do not come: users who talk out of turn, faults on top of each other.
 *
 * Every run here takes transitions that no other run takes.
 */
import { crash } from '../../machines/faults/crash.ts';
import { abandons, aborts, cleansUp } from '../../machines/faults/interruption.ts';
import { intrusion } from '../../machines/faults/intrusion.ts';
import { fileRefusal } from '../../machines/faults/refusal.ts';
import type { Line, Script, Server } from '../../machines/ftp-script.ts';
import type { FtpCommand } from '../../machines/messages.ts';
import { dataSockets } from '../../machines/scripts.ts';
import type { Departure } from '../../machines/systems/baseline.ts';
import type { Family, Run } from '../../src/model/index.ts';
import { sessionEnd } from '../leftovers.ts';
import { sameGenderCalls } from '../ncp-choices.ts';
import { dialogue, reports } from '../reports.ts';
import { security } from '../security.ts';
import { talkingOn } from '../user-course.ts';
import { noTransfers, toB } from './hole-run.ts';
import { inVariant, transferRun } from './transfer-run.ts';

type Scene = Omit<Departure, 'name'>;

const sock: FtpCommand = { type: 'SOCK', address: { host: 'C', socket: 303 } };
const lstn = { type: 'LSTN', direction: 'R' } as const satisfies FtpCommand;
const timeouts = { ncp: { timeouts: true }, server: { timeouts: true } } as const;
const user = { ...abandons.user, ...cleansUp.user };
const strangerAt = (direction: 'passive-receives' | 'passive-sends') => intrusion(direction, dataSockets('V478', 'B'));

/** Says these commands to a server at the end of its script, in a breath, while the last reply is still out. */
const saysOn =
  (server: Server, ...commands: readonly FtpCommand[]) =>
  (script: Script): Script => {
    const more = commands.map((say): Line => ({ say, interrupt: true, hurry: true }));
    return { ...script, [server]: [...script[server], ...more] };
  };

/** Says these commands to B instead of a transfer command, without waiting for replies. */
const saysInstead = (...commands: readonly FtpCommand[]) => {
  const lines = commands.map((say): Line => ({ say, hurry: true }));
  return (script: Script): Script => toB((before) => [...before, ...lines])(noTransfers(script));
};

/** PASV once more, when the call of the other server may have come already. */
const pasvAgain = ({ B, C }: Script): Script => ({
  B: B.flatMap((line) =>
    line.transfer ? [{ say: { type: 'PASV' } as const, ...(line.after && { after: line.after }) }, line] : [line],
  ),
  C,
});

const outOfTurn: Readonly<Record<string, readonly [says: string, scene: Scene]>> = {
  'V478/out-of-turn/parameters': [
    'SOCK and REIN to the calling server while a transfer is under way',
    inVariant('V478', { edit: saysOn('C', sock, { type: 'REIN' }) }),
  ],
  'V478/out-of-turn/waiting': [
    'PASV and LSTN to the waiting server while a transfer is under way',
    inVariant('V478', { edit: saysOn('B', { type: 'PASV' }, lstn) }),
  ],
  'V478/out-of-turn/calling': [
    'PASV and LSTN to the calling server while a transfer is under way',
    inVariant('V478', { edit: saysOn('C', { type: 'PASV' }, lstn) }),
  ],
  'V478/out-of-turn/transfers': [
    'RETR and STOR to the calling server while a transfer is under way',
    inVariant('V478', { edit: saysOn('C', { type: 'RETR' }, { type: 'STOR' }) }),
  ],
  'V478/out-of-turn/spellings': [
    'APPE and RTRV to the waiting server while a transfer is under way',
    inVariant('V478', { edit: saysOn('B', { type: 'APPE' }, { type: 'RTRV' }) }),
  ],
  'V438/out-of-turn/waiting': [
    'LSTN and PASV to the waiting server while a transfer is under way',
    inVariant('V438', { edit: saysOn('B', lstn, { type: 'PASV' }) }),
  ],
  'V438/out-of-turn/rein': [
    'REIN to the waiting server while a transfer is under way',
    inVariant('V438', { edit: saysOn('B', { type: 'REIN' }) }),
  ],
  'V438/out-of-turn/calling': [
    'LSTN and PASV to the calling server while a transfer is under way',
    inVariant('V438', { edit: saysOn('C', lstn, { type: 'PASV' }) }),
  ],
  'V438/rein-after-lstn': [
    'REIN after LSTN',
    inVariant('V438', { edit: saysInstead({ type: 'PASV' }, { type: 'REIN' }) }),
  ],
  'V478/leaves-at-once/sock': [
    'BYE while a transfer is under way, then SOCK, and the user may leave before',
    inVariant('V478', { edit: saysOn('B', { type: 'BYE' }, sock), ...abandons }),
  ],
  'V478/leaves-at-once/gets': [
    'BYE while a transfer is under way, and then GETS',
    inVariant('V478', { edit: saysOn('B', { type: 'BYE' }, { type: 'GETS' }) }),
  ],
  'V478/leaves-at-once/again': [
    'BYE while a transfer is under way, REIN, and BYE again',
    inVariant('V478', { edit: saysOn('B', { type: 'BYE' }, { type: 'REIN' }, { type: 'BYE' }) }),
  ],
  ...Object.fromEntries(
    (
      [
        ['leaving', { type: 'ABOR' }, { type: 'BYE' }],
        ['transfers', { type: 'APPE' }, { type: 'RTRV' }],
        ['parameters', lstn, { type: 'GETS' }, { type: 'REIN' }],
      ] as const satisfies readonly (readonly [string, ...FtpCommand[]])[]
    ).map(([name, ...commands]) => [
      `V478/after-bye/${name}`,
      [
        `BYE instead of a transfer, and then ${commands.map(({ type }) => type).join(', ')}`,
        inVariant('V478', { edit: saysInstead({ type: 'BYE' }, ...commands) }),
      ],
    ]),
  ),
};

const promises: Readonly<Record<string, readonly [says: string, scene: Scene]>> = {
  'V478/promised/early': [
    'PASV and the transfer command are answered before the server listens',
    inVariant('V478', { server: { repliesBeforeListening: true, replyTiming: 'early' } }),
  ],
  'V478/promised/times-out': [
    'PASV is answered before the server listens, and waits may time out',
    inVariant('V478', { ...timeouts, server: { ...timeouts.server, repliesBeforeListening: true } }),
  ],
  'V478/promised/abor': [
    'PASV again, LSTN and ABOR before the server listens',
    inVariant('V478', {
      edit: saysInstead({ type: 'PASV' }, lstn, { type: 'ABOR' }),
      server: { repliesBeforeListening: true },
    }),
  ],
  'V478/promised/rein': [
    'REIN before the server listens, and GETS',
    inVariant('V478', {
      edit: saysInstead({ type: 'REIN' }, { type: 'GETS' }),
      server: { repliesBeforeListening: true },
    }),
  ],
  ...Object.fromEntries(
    (['passive-receives', 'passive-sends'] as const).flatMap((direction) => [
      [
        `V478/as-SOCK/again/${direction}`,
        [
          `PASV opens what SOCK suggests, and comes again when the connection may be open; ${direction}`,
          inVariant('V478', { plan: { direction }, edit: pasvAgain, server: { pasvOpens: 'as SOCK' } }),
        ],
      ],
      [
        `V478/as-SOCK/twice/${direction}`,
        [
          `PASV opens what SOCK suggests, for the whole session; ${direction}`,
          inVariant('V478', {
            plan: { direction, transfers: 2 },
            server: { pasvOpens: 'as SOCK', passiveFor: 'session' },
          }),
        ],
      ],
    ]),
  ),
  'V478/pasv-again': ['PASV again when the connection may be open', inVariant('V478', { edit: pasvAgain })],
  'V438/twice/session': [
    'LSTN for the whole session',
    inVariant('V438', { plan: { transfers: 2 }, server: { passiveFor: 'session' }, ncp: { unlistened: 'Q' } }),
  ],
};

const mixed: Readonly<Record<string, readonly [says: string, scene: Scene]>> = {
  ...Object.fromEntries(
    (
      [
        ['STOR', { direction: 'passive-sends' }],
        ['APPE', { direction: 'passive-sends', appends: true }],
        ['RTRV', { figureSpelling: true }],
      ] as const
    ).map(([command, plan]) => [
      `V438/against-LSTN/${command}`,
      [
        `${command} against the direction of LSTN`,
        inVariant('V438', { plan: { ...plan, conflict: 'roles-swapped-sock-for-other-direction' } }),
      ],
    ]),
  ),
  'V354/spellings': [
    'APPE and RTRV, each answered with the socket that it will use',
    inVariant('V354', { plan: { appends: true, figureSpelling: true } }),
  ],
  'V478/refusal/passive-sends': [
    'the waiting server has not got the file that the other one calls for',
    inVariant('V478', { plan: { direction: 'passive-sends' }, ...fileRefusal('B') }),
  ],
  'V478/stranger/own-gender/passive-sends': [
    'a stranger calls a send socket from a send socket, and its own NCP lets that pass',
    inVariant('V478', {
      plan: { direction: 'passive-sends', sockPassive: 'none' },
      intruder: { from: 401, target: { host: 'B', socket: dataSockets('V478', 'B').send }, calls: 1 },
      ncpOf: { X: { checksGender: false } },
    }),
  ],
  'V478/stranger/busy-queue/passive-sends': [
    'the other server calls while a stranger is connected, and waits',
    inVariant('V478', {
      plan: { direction: 'passive-sends', sockPassive: 'none' },
      ...strangerAt('passive-sends'),
      ncp: { busy: 'queue' },
    }),
  ],
  'V478/stranger/aborts': [
    'a stranger is connected, and the user aborts',
    inVariant('V478', { plan: { sockPassive: 'none' }, ...strangerAt('passive-receives'), ...aborts }),
  ],
  'V438/clean-up': [
    'either server may refuse the file, early requests wait, and the user aborts the other one',
    inVariant('V438', { ...fileRefusal('B', 'C'), ...cleansUp, ncp: { unlistened: 'Q' } }),
  ],
  'V438/server-times-out': [
    'a request is dropped, and only the server that called gives up',
    inVariant('V438', { ncp: { unlistened: 'D' }, server: { timeouts: true } }),
  ],
  'V478/clean-up': [
    'either server may refuse the file, and the user aborts the other one',
    inVariant('V478', { ...fileRefusal('B', 'C'), ...cleansUp }),
  ],
};

const outages: Readonly<Record<string, readonly [says: string, scene: Scene]>> = {
  ...Object.fromEntries(
    (['B', 'C'] as const).map((server) => [
      `V478/crash/${server}/refusal`,
      [
        `${server} crashes, either server may refuse the file, and the user may clean up or leave`,
        inVariant('V478', { ...fileRefusal('B', 'C'), ...crash(server, 'never'), user }),
      ],
    ]),
  ),
  'V430/crash/B': ['B crashes while the user reserves sockets', inVariant('V430', crash('B', 'never'))],
  'V438/crash/B': ['B crashes while the user asks it to listen', inVariant('V438', crash('B', 'never'))],
  'V478/crash/B/aborts': [
    'B crashes while the user aborts an append',
    inVariant('V478', { plan: { appends: true, leaves: true }, ...crash('B', 'never'), ...aborts }),
  ],
  'V478/crash/C/spelling': [
    'C crashes, and RETR is spelt RTRV',
    inVariant('V478', { plan: { figureSpelling: true }, ...crash('C', 'never') }),
  ],
  'V478/crash/B/rein': [
    'B crashes while the user says REIN',
    inVariant('V478', { edit: saysInstead({ type: 'REIN' }, { type: 'BYE' }), ...crash('B', 'never') }),
  ],
  'V478/crash/B/stranger': [
    'B crashes while a stranger is connected',
    inVariant('V478', {
      plan: { sockPassive: 'none' },
      ...strangerAt('passive-receives'),
      ...crash('B', 'never'),
    }),
  ],
  'V438/abandons/keep-listening': [
    'the user leaves, and the servers go on by themselves',
    inVariant('V438', { ...abandons, server: { controlLoss: 'keep listening' } }),
  ],
  'V478/abandons/keep-listening/stranger': [
    'the user leaves, B goes on listening, and a stranger calls',
    inVariant('V478', {
      ...abandons,
      ...strangerAt('passive-receives'),
      server: { controlLoss: 'keep listening' },
    }),
  ],
  'V478/abandons/keep-listening/crash': [
    'the user leaves, B goes on listening, and C crashes',
    inVariant('V478', { ...abandons, ...crash('C', 'never'), server: { controlLoss: 'keep listening' } }),
  ],
};

/** What is claimed of some of them besides, by what their names have in them. */
const extra: readonly (readonly [part: string, families: readonly Family[]])[] = [
  ['leaves-at-once/sock', [sessionEnd, talkingOn]],
  ['leaves-at-once', [talkingOn]],
  ['out-of-turn', [talkingOn]],
  ['server-times-out', [dialogue]],
  ['own-gender', [sameGenderCalls]],
];

/** The runs named corners/... */
export const cornerRuns: readonly Run[] = Object.entries({ ...outOfTurn, ...promises, ...mixed, ...outages }).map(
  ([name, [says, scene]]) =>
    transferRun(`corners/${name}`, `${name.split('/', 1)[0]!}: ${says}`, scene, [
      ...(extra.find(([part]) => name.includes(part))?.[1] ?? []),
      reports,
      security,
    ]),
);
