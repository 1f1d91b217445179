/**
 * Checks one system by the naive checker and prints what it finds.
 *
 *     node test/reference/try.mjs <module> <export> [arguments as a JSON array] [module of families ...]
 */
import { createViteServer } from 'vitest/node';

const [path, name, ...rest] = process.argv.slice(2);
if (!path || !name) {
  console.error(
    'usage: node test/reference/try.mjs <module> <export> [arguments as a JSON array] [module of families ...]',
  );
  process.exit(2);
}
const args = rest[0]?.startsWith('[') ? JSON.parse(rest.shift()) : [];
const server = await createViteServer({
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true, include: [] },
});
try {
  const load = (file) => server.ssrLoadModule(`/${file}`);
  const { naiveCheck } = await load('test/reference/naive.ts');
  const found = (await load(path))[name];
  if (!found) throw new Error(`${path} exports no "${name}"`);
  const families = (await Promise.all(rest.map(load))).flatMap(Object.values).filter((value) => value?.claims);
  console.log(
    summary(
      naiveCheck(
        typeof found === 'function' ? found(...args) : found,
        families,
        Number(process.env.MAX_STATES ?? 20_000),
      ),
    ),
  );
} finally {
  await server.close();
}

/** A step in words, with what it sends. */
function sentence({ kind, party, channel, message, sends }) {
  const act = kind === 'own' ? 'does' : `${kind}s`;
  const sent = sends.map(({ to, message: { type } }) => `${type} to ${to}`).join(', ');
  return `    ${party} ${act} ${JSON.stringify(message)}${channel ? ` from ${channel}` : ''}${sent && ` | ${sent}`}`;
}

/** A report in words: numbers, outcomes and verdicts, each with the way there. */
function summary({ complete, states, steps, depth, verdicts, outcomes }) {
  const lines = [`${complete ? 'complete' : 'NOT COMPLETE'}: ${states} states, ${steps} steps, depth ${depth}`];
  for (const [name, { fine, rest, loop, steps: way }] of Object.entries(outcomes)) {
    const how = [rest === undefined ? [] : `rest after ${rest} steps`, loop ? 'fair loop' : []].flat().join(', ');
    lines.push(`outcome ${name} (${fine ? 'fine' : 'not fine'}; ${how})`, ...way.map(sentence));
  }
  for (const [name, { verdict, length, detail, steps: way = [] }] of Object.entries(verdicts)) {
    const told = `${detail ? `: ${detail}` : ''}${length === undefined ? '' : ` (${length} steps)`}`;
    lines.push(`${verdict.toUpperCase()} ${name}${told}`, ...way.map(sentence));
  }
  return lines.join('\n');
}
