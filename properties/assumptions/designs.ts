/**
 * What an implementer has to decide: the decision tables of the reference.
 */
import type { Design } from '../../src/model/index.ts';

export const transferDesigns: readonly Design[] = [
  {
    title: 'A transfer that completes',
    says: 'Which document, which NCP, which order of the transfer commands and which time for rc250 go together, if every end shall be a completed transfer and no request shall come too early.',
    home: 'V478',
    require: ['P16', 'P17', 'P19'],
    given: {},
    over: ['variant', 'ncp', 'order', 'timing'],
  },
  {
    title: 'A transfer that completes, requests too early or not',
    says: 'The same, for whom it is enough that the transfer completes.',
    home: 'V478',
    require: ['P17', 'P19'],
    given: {},
    over: ['variant', 'ncp', 'order', 'timing', 'H24'],
  },
  {
    title: 'A stranger who gets nothing',
    says: 'One uninvited call: no byte goes to the stranger or comes from it, and the transfer completes nevertheless.',
    home: 'stranger',
    require: ['P22', 'P23', 'P24', 'P25'],
    given: {},
    over: ['ncp', 'sockPassive', 'mismatch', 'busy'],
  },
  {
    title: 'A user who aborts',
    says: 'ABOR at any time: every command has its one primary reply, and nobody listens after ABOR.',
    home: 'aborts',
    require: ['P34', 'P41'],
    given: {},
    over: ['H8', 'H9', 'H11', 'H23', 'timing', 'allOnOpen'],
  },
];

export const socketDesigns: readonly Design[] = [
  {
    title: 'An NCP that closes cleanly',
    says: 'Every pair is over when CLS has gone both ways, no CLS meets a later request, and no CLS reaches an end that knows nothing of the pair.',
    home: 'NCP',
    require: ['P09', 'P10', 'P12', 'P13', 'P39', 'a CLS never reaches an end that knows nothing of the pair'],
    given: {},
    over: ['ncp', 'reuse', 'unknownCls', 'repeatedRequest'],
  },
];
