/**
 * The choices that the documents leave open. A knob is an input of a chart; guards read it.
 *
 * Values are named by what they do. The hole or rule that each decides is named beside it.
 */

/** Knobs of an NCP. */
export type NcpKnobs = {
  /** NCP-21..24: what becomes of a request for a socket on which nobody waits: queue, queue and time out, refuse, drop. */
  readonly unlistened: 'Q' | 'QT' | 'R' | 'D';
  /** NCP-33, H32: what becomes of a request for a socket that is connected or connecting to another. */
  readonly busy: 'refuse' | 'queue';
  /** H1, NCP-35: what a listener does with a caller that its filter does not allow. */
  readonly mismatch: 'refuse-keep' | 'refuse-fail' | 'queue' | 'accept-check';
  /** NCP-15, NCP-40: whether a socket may be used again before the exchange of CLS is over. */
  readonly reuse: 'strict' | 'sloppy';
  /** NCP-53: whether the NCP may give up waiting for a CLS. */
  readonly givesUpOnCls: boolean;
  /** NCP-23, H25: whether queued requests (QT) and unanswered own requests may time out. */
  readonly timeouts: boolean;
  /** H20: whether the NCP grants credit by itself on opening, or leaves that to the process. */
  readonly allOnOpen: 'withheld' | 'automatic';
  /** NCP-36: whether a caller that the filter allows is taken at once, or shown to the process first. */
  readonly acceptance: 'automatic' | 'by process';
  /** H37, NCP-51: what a CLS for a pair that nobody knows gets. */
  readonly unknownCls: 'discard' | 'ERR' | 'CLS';
  /** H38, NCP-34: what a request for exactly the open pair does. */
  readonly repeatedRequest: 'ignore' | 'restart';
  /** Whether the NCP refuses its own process a request to a socket of the same gender (NCP-04); one that does not is faulty. */
  readonly checksGender: boolean;
  /** How many requests one socket queues; more are refused (NCP-26). */
  readonly queueBound: number;
};

/** Knobs of an FTP server. */
export type ServerKnobs = {
  /** Which commands there are, and which replies they get. */
  readonly protocol: 'V354' | 'V430' | 'V438' | 'V454' | 'V478' | 'V542';
  /**
   * H22, FTP-35: rc250 after the data connection is open, or before it is attempted. The baseline is late, as in
   * RFC 542 p. 14; early is what the findings recommend.
   */
  readonly replyTiming: 'late' | 'early';
  /** H6, FTP-47: how long PASV lasts. */
  readonly passiveFor: 'one transfer' | 'session';
  /** H11, FTP-08: whether the server reads its control connection while it waits for a data connection. */
  readonly deafWhileWaiting: boolean;
  /** H2: what a SOCK that contradicts an earlier one does. */
  readonly contradictingSock: 'overwrite' | 'rc505';
  /** H4: what a SOCK that contradicts a connection opened before the transfer command does. */
  readonly sockAgainstOpen: 'close' | 'ignore' | 'rc505';
  /** H3: when a SOCK that comes after PASV takes effect. */
  readonly lateSock: 'at once' | 'next PASV' | 'rc504';
  /** H5: what a second PASV does while listening. */
  readonly secondPasv: 'no-op' | 'listen anew' | 'rc504';
  /** H7: whether listening may time out before a transfer command comes. */
  readonly listeningTimesOut: boolean;
  /** H8: what ABOR does while merely listening after PASV. */
  readonly aborWhileListening: 'cancel' | 'nothing to abort';
  /** H9: whether an ABOR of a waiting transfer is also reported as rc452. */
  readonly aborReportsTransfer: boolean;
  /** H10: what the loss of the control connection does to a listening socket. */
  readonly controlLoss: 'release' | 'keep listening';
  /** H12: which sockets PASV opens: both, or the one that fits the last SOCK. */
  readonly pasvOpens: 'both' | 'as SOCK';
  /** H13: what a transfer command does when the other end was opened. */
  readonly wrongEndOpen: 'close and wait' | 'rc505';
  /** H16: what a second LSTN of the same direction does. */
  readonly secondLstn: 'same number' | 'rc505';
  /** H17: whether both directions may be allocated at once. */
  readonly bothLstn: 'allow' | 'rc505';
  /** H18: which number rc255 names when it answers a SOCK. */
  readonly sockTells: 'own' | 'the one named';
  /** H31, H22: whether a reply that says or implies "listening" may come before the server listens. */
  readonly repliesBeforeListening: boolean;
  /** H14: what a transfer command against the direction of LSTN does. */
  readonly againstLstn: 'rc505' | 'active';
  /** H21: what happens to a prematurely opened connection when the transfer command fails. */
  readonly failedAfterOpen: 'close' | 'keep';
  /** H23: how a CLS after opening and before data is reported; `end of file` lets a receiver take it for an empty file. */
  readonly closedBeforeData: 452 | 454 | 'end of file';
  /** H24: how often a refused request is repeated. */
  readonly retries: 0 | 1 | 'unbounded';
  /** H25, FTP-37: whether waiting for the data connection may time out. */
  readonly timeouts: boolean;
  /** H27: whether PASV needs an earlier SOCK. */
  readonly pasvNeedsSock: boolean;
  /** H33: a CLS after a premature opening and before the transfer command: listen again, or passive state is used up. */
  readonly closedBeforeCommand: 'listen again' | 'used up';
  /** H35: whether REIN ends listening. */
  readonly reinCancels: boolean;
};

/** The recommended setting of every NCP knob. */
export const ncpDefaults: NcpKnobs = {
  unlistened: 'R',
  busy: 'refuse',
  mismatch: 'refuse-keep',
  reuse: 'strict',
  givesUpOnCls: false,
  timeouts: false,
  allOnOpen: 'withheld',
  acceptance: 'automatic',
  unknownCls: 'discard',
  repeatedRequest: 'ignore',
  checksGender: true,
  queueBound: 2,
};

/** The recommended setting of every server knob. */
export const serverDefaults: ServerKnobs = {
  protocol: 'V478',
  replyTiming: 'late',
  contradictingSock: 'overwrite',
  sockAgainstOpen: 'close',
  passiveFor: 'one transfer',
  listeningTimesOut: false,
  deafWhileWaiting: false,
  lateSock: 'at once',
  secondPasv: 'no-op',
  aborWhileListening: 'cancel',
  aborReportsTransfer: false,
  controlLoss: 'release',
  pasvOpens: 'both',
  wrongEndOpen: 'close and wait',
  secondLstn: 'same number',
  bothLstn: 'allow',
  sockTells: 'own',
  repliesBeforeListening: false,
  againstLstn: 'rc505',
  failedAfterOpen: 'close',
  closedBeforeData: 452,
  retries: 0,
  timeouts: false,
  pasvNeedsSock: false,
  closedBeforeCommand: 'listen again',
  reinCancels: true,
};
