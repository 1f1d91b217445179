/**
 * Everything that is said between the parties.
 *
 * Source    NIC 8246 pp. 21-26 (commands), RFC 354 pp. 13-22 (FTP), RFC 438, RFC 478; RFC 55 pp. 3-5 for the calls
 *           that a process makes on its NCP, which no document fixes.
 * Omits     NOP, ECO, ERP, INR, INS (no bearing on a data connection), byte counts (data is counted in messages).
 */

export type HostName = 'A' | 'B' | 'C' | 'X';

/** One end of a connection: a socket is a host and a number; odd numbers send, even ones receive (NCP-02, NCP-03). */
export type Address = { readonly host: HostName; readonly socket: number };

/** What a listener accepts: anybody, anybody at a host, or one socket (NCP-28). */
export type Filter = null | { readonly host: HostName; readonly socket: number | null };

/** What one NCP sends another, over the channel of the ordered host pair. `from` is the issuer's end, `to` the other. */
export type Command =
  | { readonly type: 'STR'; readonly from: Address; readonly to: Address; readonly size: number }
  | { readonly type: 'RTS'; readonly from: Address; readonly to: Address; readonly link: number }
  | { readonly type: 'CLS'; readonly from: Address; readonly to: Address }
  | {
      readonly type: 'ALL';
      readonly from: Address;
      readonly to: Address;
      readonly link: number;
      readonly messages: number;
    }
  | { readonly type: 'GVB'; readonly from: Address; readonly to: Address; readonly link: number }
  | {
      readonly type: 'RET';
      readonly from: Address;
      readonly to: Address;
      readonly link: number;
      readonly messages: number;
    }
  | {
      readonly type: 'DATA';
      readonly from: Address;
      readonly to: Address;
      readonly link: number;
      readonly bytes: Bytes;
    }
  | { readonly type: 'ERR'; readonly from: Address; readonly to: Address; readonly code: number }
  | { readonly type: 'RST'; readonly from: Address; readonly to: Address }
  | { readonly type: 'RRP'; readonly from: Address; readonly to: Address };

/** What the subnet tells the sending host of a message: delivered (RFNM), or its destination is dead (IMP type 7). */
export type FromImp =
  | { readonly type: 'RFNM'; readonly from: Address; readonly to: Address }
  | { readonly type: 'DEAD'; readonly from: Address; readonly to: Address };

/** A message of data: whose file it is a piece of, and which piece (1 is the first). */
export type Bytes = { readonly of: HostName; readonly piece: number };

/** What a process asks of its own NCP. Direct: answered within the same step. */
export type Call =
  /** Wait for a request on this socket. Repeated: the filter is replaced. */
  | { readonly type: 'LISTEN'; readonly socket: number; readonly filter: Filter }
  /** Send a request to a named socket. */
  | { readonly type: 'CONNECT'; readonly socket: number; readonly to: Address }
  /** Take the request that CALLED showed (only where the process decides). */
  | { readonly type: 'ACCEPT'; readonly socket: number }
  /** Stop listening, withdraw a request, refuse a caller, or close. */
  | { readonly type: 'CLOSE'; readonly socket: number }
  /** The receiving process is ready for so many more messages: the NCP sends ALL. */
  | { readonly type: 'GRANT'; readonly socket: number; readonly messages: number }
  /** The sending process hands over a message; only after CREDIT. */
  | { readonly type: 'SEND'; readonly socket: number; readonly bytes: Bytes };

/** What an NCP tells its process. Direct. */
export type Note =
  /** A request waits for ACCEPT or CLOSE (only where the process decides). */
  | { readonly type: 'CALLED'; readonly socket: number; readonly caller: Address }
  /** Connected with `peer`. */
  | { readonly type: 'OPENED'; readonly socket: number; readonly peer: Address }
  /** The request that CONNECT sent was answered by CLS, or the destination is dead. */
  | { readonly type: 'REFUSED'; readonly socket: number }
  /** A listener turned down a caller that its filter does not allow, and goes on or stops as the mismatch knob says. */
  | { readonly type: 'TURNED_AWAY'; readonly socket: number; readonly caller: Address }
  /** Something may be sent: `messages` is the credit now. */
  | { readonly type: 'CREDIT'; readonly socket: number; readonly messages: number }
  /** Data came in. */
  | { readonly type: 'ARRIVED'; readonly socket: number; readonly bytes: Bytes }
  /** The peer closed, before us: for a receiver, the end of the file; for a sender, a demand to stop. The NCP has answered. */
  | { readonly type: 'PEER_CLOSED'; readonly socket: number }
  /** Our own CLOSE of an open connection is finished: CLS went both ways, or the NCP gave up waiting. */
  | { readonly type: 'CLOSED'; readonly socket: number }
  /** The connection is lost: reset or destination dead. */
  | { readonly type: 'LOST'; readonly socket: number };

/** What a machine room does to everything in its host. */
export type Outage = { readonly type: 'CRASH' } | { readonly type: 'RESTART'; readonly reset: boolean };

export type TransferCommand = 'RETR' | 'RTRV' | 'STOR' | 'APPE';

/** What user A says to a server. `RTRV` is how the figure of RFC 478 spells RETR. */
export type FtpCommand =
  | { readonly type: 'SOCK'; readonly address: Address }
  | { readonly type: 'LSTN'; readonly direction: 'S' | 'R' }
  | { readonly type: 'PASV' }
  | { readonly type: 'GETS' }
  | { readonly type: TransferCommand }
  | { readonly type: 'ABOR' }
  | { readonly type: 'REIN' }
  | { readonly type: 'BYE' };

/** A server's reply: the code, the command it answers (the model's bookkeeping), the socket that rc255 names. */
export type Reply = {
  readonly type: 'REPLY';
  readonly from: HostName;
  readonly code: number;
  readonly of: FtpCommand['type'] | 'spontaneous';
  readonly sockets?: readonly number[];
};

/** The end of a control connection, as the other side of it sees it. */
export type ControlEvent = { readonly type: 'CONTROL_LOST'; readonly from: HostName };
