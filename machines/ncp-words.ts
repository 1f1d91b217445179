/** The words that every part of the chart of a socket is written in. */
import { deeds, socketSetup } from './ncp-deeds.ts';
import { facts } from './ncp-facts.ts';

/** The setup that the states of a socket are written with. */
export const socketChart = socketSetup.extend({ guards: facts, actions: deeds });
