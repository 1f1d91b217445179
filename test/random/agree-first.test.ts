/** Three walk the first, the third, and so on of the runs. */
import { agreeFrom } from './agree.ts';

agreeFrom(0);
