import { createRequire, isBuiltin } from 'node:module';
import { resolve } from 'node:path';
import { Script } from 'node:vm';
import { rolldown } from 'rolldown';

const packages = ['fast-check', 'xstate', 'vitest'];

/**
 * The code of a test file with all that it imports of this project, as one function of `require` and `exports`.
 *
 * @param mutated by path, what stands in place of a source file.
 * @returns the code, and whether any of these files is in it.
 */
export async function bundled(file, mutated = new Map()) {
  let meets = false;
  const instead = {
    name: 'instead',
    load(id) {
      const code = mutated.get(id);
      if (code === undefined) return null;
      meets = true;
      return { code, moduleType: 'ts' };
    },
  };
  const bundle = await rolldown({
    input: resolve(file),
    external: [...packages, /^node:/],
    plugins: [instead],
    logLevel: 'silent',
    treeshake: false,
  });
  const { output } = await bundle.generate({ format: 'cjs', exports: 'named', codeSplitting: false });
  await bundle.close();
  return { meets, code: `(function (require, exports) {${output[0].code}\n})` };
}

const builtin = createRequire(import.meta.url);

/**
 * A bundle to evaluate again and again, each time with modules of its own: nothing that a mutant left in a module is met
 * by the next one.
 *
 * @param modules the packages by name.
 */
export function evaluable(file, code, modules) {
  const make = new Script(code, { filename: file }).runInThisContext();
  return (vitest) => {
    const exports = {};
    const require = (name) => (name === 'vitest' ? vitest : isBuiltin(name) ? builtin(name) : modules.get(name));
    make(require, exports);
    return exports;
  };
}
