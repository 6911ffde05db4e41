import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A process that builds one site after the other: it loads Astro only once. */
export interface Builder {
  /**
   * Builds a site.
   *
   * @param dist absolute path of a folder that this process has not built into: Astro's bundle of that build stays loaded
   * @throws when the build fails, with what it said
   */
  build(content: string, dist: string): Promise<void>;
  close(): void;
}

/** What the process is sent for a build. */
export interface BuildRequest {
  /** URL of the module that builds. */
  module: string;
  content: string;
  dist: string;
}

/** @param project absolute path of a copy of the program, which must not change while the process runs */
export function startBuilder(project: string): Builder {
  const child = fork(fileURLToPath(new URL('./builder-process.ts', import.meta.url)), {
    cwd: project,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  const module = join(project, 'src/build/build-site.ts');
  return {
    async build(content, dist) {
      child.send({ module, content, dist } satisfies BuildRequest);
      const stop = new AbortController();
      const answers = ['message', 'exit'].map((event) => once(child, event, { signal: stop.signal }));
      const [message] = (await Promise.race(answers)) as [unknown];
      stop.abort();
      await Promise.allSettled(answers);
      if (message !== 'built') throw new Error(`The build of ${content} failed: ${String(message)}`);
    },
    close: () => child.kill(),
  };
}
