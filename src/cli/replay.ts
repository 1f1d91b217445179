import { details, headline, type Story, type TraceFile } from '../trace/index.ts';

import type { Command } from './command.ts';
import { counterexampleText } from './counterexample-text.ts';
import { Failure } from './failure.ts';
import { openTrace } from './open-trace.ts';
import type { Session } from './session.ts';

/** Written by `check orders/V438/R/conc/late`. */
const example = 'replay traces/orders-V438-R-conc-late--P19-the-transfer-completes.json';

/** The verb `replay`: takes a trace step by step on live actors, and says whether it still shows what it claims. */
export const replay: Command = {
  name: 'replay',
  operands: '<trace.json>',
  summary: 'take a trace again on live actors, step by step, and draw it',
  options: {
    step: { type: 'boolean', summary: 'wait for the return key after each step (on a terminal)' },
    anyway: { type: 'boolean', summary: 'replay also a trace of another version of the model' },
  },
  examples: [example, `${example} --step`, `${example} --json`],
  run: async (given, [file, ...others], session) => {
    if (file === undefined || others.length > 0)
      throw new Failure('replay needs one trace file: matching-rfc replay traces/x.json');
    const { trace, story, sameModel, why } = await openTrace(file, given['anyway'] === true, session);
    const code = why === undefined ? 0 : 22;
    if (given['json']) {
      const { run, claim, cites, verdict, loop } = trace;
      const shows = why === undefined;
      const shown = { file, run, claim, cites, verdict, sameModel, shows };
      session.say(
        JSON.stringify({ ...shown, ...(why !== undefined && { why }), loop, steps: story.episodes }, undefined, 2),
      );
      return code;
    }
    if (!given['quiet']) {
      await walk(story, session, given['step'] === true);
      session.say(`\n${counterexampleText({ story, trace }, session)}\n`);
    }
    session.say(verdict(trace, why, session));
    session.say(`reproduce: ${session.commandLine}`);
    return code;
  },
};

/** Prints the steps one after the other, with what they send and change. */
async function walk(story: Story, { say, paint, glyphs, pressReturn }: Session, waits: boolean): Promise<void> {
  for (const [party, state] of Object.entries(story.initial)) say(paint('dim', `      ${party} is ${state}`));
  for (const [index, episode] of story.episodes.entries()) {
    if (index === story.loop) say(paint('bad', `${glyphs.loop[3]} from here on, for ever:`));
    say(glyphs.text(`${String(index + 1).padStart(3)} ${headline(episode, glyphs)}`));
    for (const detail of details(episode)) say(paint('dim', glyphs.text(`      ${detail}`)));
    if (waits) await pressReturn?.();
  }
}

function verdict({ claim, verdict }: TraceFile, why: string | undefined, { paint, glyphs }: Session): string {
  const shown = verdict === 'reached' ? 'is reached' : 'is violated';
  return why === undefined
    ? paint('good', `${glyphs.good} replayed on live actors: the trace still shows that "${claim}" ${shown}`)
    : paint('bad', `${glyphs.bad} replayed on live actors: the trace no longer shows that "${claim}" ${shown}: ${why}`);
}
