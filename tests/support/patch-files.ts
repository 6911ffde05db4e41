import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** The functions that change a file or folder; each exists with a promise, with a callback and as `…Sync`. */
export const changing = [
  'appendFile',
  'copyFile',
  'link',
  'mkdir',
  'mkdtemp',
  'open',
  'rename',
  'rm',
  'rmdir',
  'symlink',
  'truncate',
  'unlink',
  'utimes',
  'writeFile',
];

/** A call of one of the functions, with what it is given. */
export interface FileCall {
  /** The name of the function, without `Sync`. */
  name: string;
  given: readonly unknown[];
  /** Calls the function itself. */
  proceed: () => unknown;
}

/**
 * Puts something in the place of functions of `node:fs`, in the thread that calls this.
 *
 * @param names as in {@link changing}
 */
export function patchFiles(names: readonly string[], handle: (call: FileCall) => unknown): void {
  const patch = (functions: Record<string, unknown>, suffix: string) => {
    for (const name of names) {
      const original = functions[name + suffix] as ((...given: unknown[]) => unknown) | undefined;
      if (!original) continue;
      functions[name + suffix] = (...given: unknown[]) =>
        handle({ name, given, proceed: () => original(...given) });
    }
  };
  patch(fs.promises as unknown as Record<string, unknown>, '');
  patch(fs as unknown as Record<string, unknown>, '');
  patch(fs as unknown as Record<string, unknown>, 'Sync');
  syncBuiltinESMExports();
}

/** Whether a call of `open` only reads. */
export function isReading({ name, given: [, flags] }: FileCall): boolean {
  return name === 'open' && (flags === undefined || flags === 'r' || flags === fs.constants.O_RDONLY);
}
