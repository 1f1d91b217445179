/** All variants, in the order of their documents. */
import { v354 } from './v354.ts';
import { v430 } from './v430.ts';
import { v438 } from './v438.ts';
import { v454 } from './v454.ts';
import { v478 } from './v478.ts';
import { v542 } from './v542.ts';

export const variants = { V354: v354, V430: v430, V438: v438, V454: v454, V478: v478, V542: v542 } as const;
