/** The manifest by SPIN, part 2 of 2. Needs 'spin' and gcc. */
import { agreeWithSpin } from './promela-agreement.ts';

agreeWithSpin(1, 2);
