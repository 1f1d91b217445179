/** The manifest by SPIN, part 1 of 2. Needs 'spin' and gcc. */
import { agreeWithSpin } from './promela-agreement.ts';

agreeWithSpin(0, 2);
