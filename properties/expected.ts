/**
 * What each run of the manifest is known to give. Written by `npm run renew`; read every change before you commit it.
 */
import { corners } from './expected/corners.ts';
import { holes } from './expected/holes.ts';
import { icp } from './expected/icp.ts';
import { mixUps } from './expected/mix-ups.ts';
import { orders } from './expected/orders.ts';
import { troubles } from './expected/troubles.ts';
import { twoSessions } from './expected/two-sessions.ts';
import { twoSockets } from './expected/two-sockets.ts';
import type { Expected } from '../src/model/index.ts';

export const expected: Readonly<Record<string, Expected>> = { ...corners, ...holes, ...icp, ...mixUps, ...orders, ...troubles, ...twoSessions, ...twoSockets };
