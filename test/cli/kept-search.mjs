/**
 * Searches two-phase commit, in a process of its own that may be killed, and writes its report as one line of JSON.
 *
 * Arguments: the folder of the program as built, the checkpoint, `resume` to go on from it.
 */
import { pathToFileURL } from 'node:url';

const [, , folder, file, resume] = process.argv;
const load = (path) => import(pathToFileURL(`${folder}/${path}`).href);
const { twoPhaseCommit } = await load('test/toys/two-phase-commit.js');
const { check } = await load('src/check/index.js');
const { kept } = await load('src/cli/checkpoints.js');

const system = twoPhaseCommit(6);
const checkpoint = { keep: { file, seconds: 0 }, ...(resume === 'resume' && { resume: file }) };
const job = { kind: 'run', name: 'two-phase commit', claims: [], limits: {}, checkpoint };
const { cost: _, ...report } = kept(job, system, (checkpoints) => check(system, { checkpoints }));
process.stdout.write(`${JSON.stringify(report)}\n`);
