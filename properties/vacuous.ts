/**
 * What makes no difference, by meaning: claims that some runs give nothing to do, assumptions that no verdict hangs on.
 *
 * `check` reports whatever is vacuous and not declared here, and every declaration that nothing needs any more.
 */
import type { UnneededByMeaning, VacuousByMeaning } from '../src/model/index.ts';

type Where = VacuousByMeaning['where'];

const everywhere: Where = () => true;
const neverCompletes: Where = ({ ends }) => !ends.includes('completes');
const inRuns =
  (...parts: readonly string[]): Where =>
  ({ name }) =>
    parts.some((part) => name.includes(part));
/** Nobody is told to wait by PASV. */
const withoutPasv: Where = inRuns(
  'V354',
  'V430',
  'V438',
  'V454',
  'orders/example',
  'holes/H24/refused/',
  'holes/H25/dropped/',
);
const refusedBeforePasv = inRuns('holes/H2/two-socks/rc505', 'holes/H27/no-sock/rc503');

export const vacuous: readonly VacuousByMeaning[] = [
  {
    of: ['P19 ', 'P21 ', 'P25 ', 'P28 ', 'P45 '],
    kinds: ['any trigger'],
    where: everywhere,
    reason: 'Every run begins where the claim begins, and what has completed stays so.',
  },
  {
    of: [
      'P11 ',
      'P12 ',
      'P13 ',
      'P14 ',
      'P20 ',
      'P33 ',
      'P38 ',
      'H34 ',
      'a server that waits for no transfer command',
      'whoever has reset the others',
      'a host that is to come back',
      'an NCP that gives up on CLS',
    ],
    kinds: ['any trigger'],
    where: everywhere,
    reason: 'What the claim waits for is that what it begins with is over: of all other states it is true already.',
  },
  {
    of: ['P27 ', 'P32 '],
    kinds: ['any trigger'],
    where: everywhere,
    reason: 'Every run comes where the claim begins, and what it waits for stays so.',
  },
  {
    of: ['P30 '],
    kinds: ['never awaited'],
    where: everywhere,
    reason: 'With matched CLS the receiver knows of the end of the file before the sender does.',
  },
  {
    of: ['P33 '],
    kinds: ['never awaited'],
    where: inRuns('/leaves'),
    reason: 'BYE is carried out after the transfer, and the transfer has let go of its sockets.',
  },
  {
    of: ['P22 ', 'P30 ', 'P31 ', 'P41 no end of a transfer', 'P43 an active server'],
    kinds: ['no trigger'],
    where: neverCompletes,
    reason: 'No transfer comes so far; that none is thought to is what the claim would show.',
  },
  {
    of: ['P15 ', 'P35 '],
    kinds: ['no trigger'],
    where: (run) => withoutPasv(run) || refusedBeforePasv(run),
    reason: 'Nobody is in the passive role.',
  },
  {
    of: ['P35 '],
    kinds: ['no trigger'],
    where: neverCompletes,
    reason: 'No transfer ends.',
  },
  {
    of: ['P24 '],
    kinds: ['no trigger'],
    where: everywhere,
    reason:
      'Only strangers and wrong SOCKs bring a listener callers that it does not want; there the claim is decided.',
  },
  {
    of: ['P43 SOCK that is accepted'],
    kinds: ['no trigger'],
    where: inRuns('V354/', 'holes/H16/two-lstn/rc505', 'holes/H17/both-directions/rc505'),
    reason: 'The script has no SOCK, or ends before it.',
  },
  {
    of: ['a server that was told to wait'],
    kinds: ['no trigger'],
    where: (run) => inRuns('V354', 'V430', '/no-pasv/')(run) || refusedBeforePasv(run),
    reason: 'Nobody is told to wait before the transfer command.',
  },
  {
    of: ['a connection of the pair'],
    kinds: ['no trigger'],
    where: ({ ends }) => !ends.includes('connected'),
    reason: 'Neither connection of the pair comes about.',
  },
  {
    of: ['P05 both ends'],
    kinds: ['no trigger'],
    where: inRuns('two-sockets/size-differs'),
    reason: 'The byte sizes differ, and the receiver takes no other: no connection opens at both ends.',
  },
];

export const unneeded: readonly UnneededByMeaning[] = [
  {
    classes: ['host.*.RESTART'],
    reason: 'A host that stays down and one that comes back without its session end alike: the server is lost.',
  },
  {
    classes: ['ncp.*.PENDING_TIMES_OUT'],
    reason: 'The caller of a pending call gives up too, and its CLS takes the call out of the queue.',
  },
  {
    classes: ['ncp.C.*.REQUEST_TIMES_OUT'],
    reason: 'The server that called times out too, and withdraws the request.',
  },
  { classes: ['ncp.*.GIVE_UP_ON_CLS'], reason: 'The subnet loses nothing in these runs: every CLS is answered.' },
  {
    classes: ['server.*.LISTEN_NOW'],
    reason: 'A server that never comes to listen ends as one that comes to it too late: the caller is refused.',
  },
  { classes: ['user.CLEAN_UP_C'], reason: 'In these runs it is C that fails, and B that is left.' },
];
