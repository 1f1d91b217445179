/**
 * Every variant, in every order of the transfer commands, on every NCP, replying late or early.
 */
import { traitsOf } from '../../machines/ftp-replies.ts';
import type { Order } from '../../machines/scripts.ts';
import { variants } from '../../machines/variants/index.ts';
import type { Family, Run } from '../../src/model/index.ts';
import { agreement } from '../agreement.ts';
import { course } from '../course.ts';
import { requestsWait } from '../ncp-choices.ts';
import { bounded, oneShot } from '../leftovers.ts';
import { eitherOrder, premature, promise, waits } from '../promise.ts';
import { dialogue, reports, succeeds } from '../reports.ts';
import { configurable, security } from '../security.ts';
import { waysBack } from '../ways-back.ts';
import { inVariant, transferRun } from './transfer-run.ts';

const always: readonly Family[] = [security, reports, dialogue, oneShot, bounded];
const orders = { conc: 'both at once', PW: 'first to the waiting server', AW: 'first to the calling server' } as const;
/** V354 has no server-server transfer to order. */
const ordered = (Object.keys(variants) as (keyof typeof variants)[]).filter((name) => name !== 'V354');

/** The choices that make these runs. */
export const cells = ordered.flatMap((variant) =>
  (['R', 'Q', 'D'] as const).flatMap((unlistened) =>
    (Object.keys(orders) as Order[]).flatMap((order) =>
      (['late', 'early'] as const).map((replyTiming) => ({ variant, unlistened, order, replyTiming })),
    ),
  ),
);

/** One of these runs by the choices that make it: its name, and what it departs from. */
export const inOrder = ({ variant, unlistened, order, replyTiming }: (typeof cells)[number]) => ({
  name: `orders/${variant}/${unlistened}/${order}/${replyTiming}`,
  departure: inVariant(variant, { plan: { order }, ncp: { unlistened }, server: { replyTiming } }),
});

export const orderRuns: readonly Run[] = cells.map((cell) => {
  const { variant, unlistened, order, replyTiming } = cell;
  const { name, departure } = inOrder(cell);
  const listensFirst = traitsOf[variant].waitsBy === 'PASV';
  return transferRun(
    name,
    `${variant}, early requests ${unlistened}, transfer commands ${orders[order]}, rc250 ${replyTiming}`,
    departure,
    order === 'conc'
      ? [
          promise,
          eitherOrder,
          agreement(variant),
          configurable,
          succeeds,
          ...(listensFirst ? [premature] : []),
          ...(traitsOf[variant].waitsBy === null ? [] : [course]),
          waysBack,
          ...always,
        ]
      : [waits, ...always],
  );
});

const v354 = (['R', 'Q'] as const).map((unlistened) =>
  transferRun(
    `orders/V354/${unlistened}/conc/late`,
    `V354: no reply names a server's socket before it calls, so both servers call the user (${unlistened})`,
    inVariant('V354', { ncp: { unlistened } }),
    [configurable, succeeds, ...always],
  ),
);

/** With time-outs, untimed: any wait may end at any moment. QT needs them. */
const timed = (['V438', 'V478'] as const).flatMap((variant) =>
  (['R', 'Q', 'QT', 'D'] as const).map((unlistened) =>
    transferRun(
      `orders/timed/${variant}/${unlistened}`,
      `${variant}, both transfer commands at once, every wait may time out at any moment (${unlistened})`,
      inVariant(variant, { ncp: { unlistened, timeouts: true }, server: { timeouts: true } }),
      [
        promise,
        eitherOrder,
        succeeds,
        course,
        waysBack,
        ...(variant === 'V438' && unlistened.startsWith('Q') ? [requestsWait] : []),
        ...always,
      ],
    ),
  ),
);

const spelling = transferRun(
  'orders/figure',
  'the exchange of the figure of RFC 478, RETR spelt RTRV as there',
  inVariant('V478', { plan: { figureSpelling: true } }),
  [promise, premature, configurable, succeeds, course, waysBack, ...always],
);

const example = transferRun(
  'orders/example',
  'the append of RFC 438: APPE at the waiting server',
  inVariant('V438', { plan: { appends: true }, ncp: { unlistened: 'Q' } }),
  [promise, configurable, succeeds, course, waysBack, ...always],
);

const hurried = (['R', 'Q', 'D'] as const).map((unlistened) =>
  transferRun(
    `orders/hurried/${unlistened}`,
    `V478 with a user who waits for no reply, not even that of PASV (${unlistened})`,
    inVariant('V478', { plan: { hurries: true }, ncp: { unlistened } }),
    [promise, premature, succeeds, course, waysBack, ...always],
  ),
);

export const specialRuns: readonly Run[] = [...v354, ...timed, spelling, example, ...hurried];
