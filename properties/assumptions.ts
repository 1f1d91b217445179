/**
 * The landscapes in which every claim is looked for its weakest assumptions.
 */
import type { Landscape } from '../src/model/index.ts';
import { initialConnection } from './assumptions/initial-connection.ts';
import { sockets } from './assumptions/sockets.ts';
import { transfers } from './assumptions/transfers.ts';

export const landscapes: readonly Landscape[] = [transfers, sockets, initialConnection];
