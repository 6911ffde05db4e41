import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** As much of a CPU profile of V8's as is read (Chrome DevTools Protocol, `Profiler.Profile`). */
interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  /** Microseconds before each sample. */
  timeDeltas: number[];
}

/** The time that was spent in a place of the program itself, not in what it called. */
export interface SelfTime {
  /** A function, and its file as a path of the project or of a package. */
  place: string;
  seconds: number;
}

/**
 * Reads the CPU profiles in a folder: of the main thread and of the others.
 *
 * @param most places of each profile
 */
export async function readProfiles(folder: string, most: number): Promise<SelfTime[][]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.cpuprofile'));
  const profiles = files.map(
    async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Profile,
  );
  return (await Promise.all(profiles)).map((profile) => sumSelfTimes(profile).slice(0, most));
}

function sumSelfTimes({ nodes, samples, timeDeltas }: Profile): SelfTime[] {
  const places = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => {
      const file = url
        .replace(/^.*\/node_modules\//, '')
        .replace(`file://${process.cwd()}/`, '')
        .replace(/\?.*/, '');
      return [id, `${functionName || '(anonymous)'} ${file}${file && `:${lineNumber + 1}`}`.trim()];
    }),
  );
  const times = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const place = places.get(id) ?? '';
    times.set(place, (times.get(place) ?? 0) + (timeDeltas[index] ?? 0));
  }
  return [...times]
    .map(([place, microseconds]) => ({ place, seconds: microseconds / 1e6 }))
    .sort((a, b) => b.seconds - a.seconds);
}
