import { type Command, limitOptions } from './command.ts';
import { Failure } from './failure.ts';
import { answer } from './frontier-answer.ts';
import { axesText, described } from './frontier-axes.ts';
import { chosen } from './frontier-choose.ts';
import { frontierFile } from './frontier-file.ts';
import { keptAnswers } from './frontier-kept.ts';
import { look } from './frontier-look.ts';
import { surveyAll, usual } from './frontier-search.ts';
import { textOf } from './parse.ts';

/** The verb `frontier`: the weakest assumptions under which claims hold. */
export const frontier: Command = {
  name: 'frontier',
  operands: '[claim | family ...]',
  summary: 'find the weakest assumptions under which claims hold, and what lies just beyond',
  options: {
    all: { type: 'boolean', summary: 'every claim of every home' },
    home: { type: 'string', value: 'name', summary: 'only as seen from this home' },
    at: {
      type: 'string',
      multiple: true,
      value: 'axis=value,...',
      summary: 'look at one point: verdict and counterexample',
    },
    axis: { type: 'string', multiple: true, short: 'a', value: 'name=v1,v2', summary: 'keep an axis to these values' },
    axes: { type: 'boolean', summary: 'list homes and axes with their values, and search nothing' },
    width: { type: 'string', value: 'n', summary: `take so many departures at once (default: ${usual.width})` },
    sample: { type: 'string', value: 'n', summary: 'look at one in so many points that others decide (default: 10)' },
    seed: { type: 'string', value: 'n', summary: 'which points these are (default: 478)' },
    record: { type: 'boolean', summary: `with --all: write ${frontierFile}` },
    check: {
      type: 'boolean',
      summary: `with --all: write nothing; compare with ${frontierFile}, exit 20 where it is stale`,
    },
    resume: {
      type: 'string',
      value: 'file',
      summary: 'keep what is decided in this file, and begin with what it holds',
    },
    ...limitOptions,
    'max-states': {
      type: 'string',
      value: 'n',
      summary: 'a point with more states is unknown, and the exit code 30 (default: 100000)',
    },
  },
  examples: [
    'frontier P16',
    'frontier P17 --home V438 --at ncp=D',
    'frontier --all --record --resume frontier.part.json',
  ],
  run: async (given, operands, session) => {
    const landscapes = (await session.landscapes?.()) ?? [];
    if (given['axes']) {
      session.say(given['json'] ? JSON.stringify(described(landscapes), undefined, 2) : axesText(landscapes));
      return 0;
    }
    if (operands.length === 0 && !given['all']) throw new Failure('name a claim or a family, or give --all');
    if (operands.length > 0 && given['all']) throw new Failure('--all is every claim: leave the names out');
    if (given['record'] && !given['all']) throw new Failure('--record keeps the frontier of every claim: add --all');
    if (given['check'] && !given['all']) throw new Failure('--check compares the frontier of every claim: add --all');
    if (given['check'] && given['record']) throw new Failure('--check writes nothing: leave out --check or --record');
    const found = chosen(landscapes, operands, textOf(given, 'home'));
    if (given['at'] !== undefined) return look(given, found, session);
    const fresh = ['width', 'sample', 'seed', 'max-states', 'record', 'check', 'resume', 'axis'].some(
      (name) => name in given,
    );
    const kept = fresh ? undefined : await keptAnswers(landscapes, found, session);
    return kept ? answer(kept, given['json'] === true, session) : surveyAll(given, landscapes, found, session);
  },
};
