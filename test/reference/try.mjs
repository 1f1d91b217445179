/**
 * Checks one system by the naive checker and prints what it finds.
 *
 *     node test/reference/try.mjs <module> <export> [arguments as a JSON array] [module of families ...]
 */
import { createViteServer } from 'vitest/node';

const [path, name, ...rest] = process.argv.slice(2);
if (!path || !name) {
  console.error('usage: node test/reference/try.mjs <module> <export> [arguments as a JSON array] [module of families ...]');
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
  const { naiveCheck, summary } = await load('test/reference/naive.ts');
  const found = (await load(path))[name];
  if (!found) throw new Error(`${path} exports no "${name}"`);
  const families = (await Promise.all(rest.map(load))).flatMap(Object.values).filter((value) => value?.claims);
  console.log(summary(naiveCheck(typeof found === 'function' ? found(...args) : found, families, Number(process.env.MAX_STATES ?? 20_000))));
} finally {
  await server.close();
}
