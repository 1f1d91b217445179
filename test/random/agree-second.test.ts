/** Three walk the second, the fourth, and so on of the runs. */
import { agreeFrom } from './agree.ts';

agreeFrom(1);
