/**
 * The matrices of verdicts: which axes of the sweep are crossed, and what a reader looks for there.
 */
import type { Matrix } from '../src/model/index.ts';

/** The axis by which ladders are divided into pages. */
export const dividedBy = 'variant';

export const matrices: readonly Matrix[] = [
  {
    name: 'orders',
    title: 'Orders and reply timing',
    says: 'Every protocol on every NCP, with the transfer commands sent at once (conc), first to the waiting server (PW) or first to the calling one (AW), and with rc250 late or early. PW and AW mean that the user waits for the primary reply to the first.',
    sections: ['variant'],
    down: ['ncp'],
    across: ['order', 'timing'],
    usual: 'completes',
  },
  {
    name: 'sock',
    title: 'SOCK that is missing or wrong',
    says: 'What SOCK names, to the waiting server (rows) and to the calling one (columns), for every protocol on every NCP.',
    sections: ['variant', 'ncp'],
    down: ['sockPassive'],
    across: ['sockActive'],
    usual: 'completes',
  },
  {
    name: 'stranger',
    title: 'A stranger and what listeners do with callers',
    says: 'One uninvited call to the waiting server, and each way to treat a caller that SOCK does not name.',
    sections: ['variant'],
    down: ['ncp', 'mismatch'],
    across: ['intruder'],
    usual: 'completes',
  },
];
