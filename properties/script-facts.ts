/** Facts about what the user's script asks for. */
import type { Server } from '../machines/ftp-script.ts';
import type { ThreeParty } from '../machines/systems/three-party-endings.ts';

/** Whether the script has a server send its file (RETR). */
export const scriptSends = (state: ThreeParty, server: Server): boolean =>
  state.party.user.context.script[server].some(
    ({ say, transfer }) => transfer && (say.type === 'RETR' || say.type === 'RTRV'),
  );
