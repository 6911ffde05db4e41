import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What a command has cost, with all processes that it started. */
export interface Cost {
  /** Seconds from start to end. */
  wall: number;
  /** Seconds of all processors; missing where the system does not tell (it is asked for in `/proc`). */
  cpu: number | undefined;
  /** The most memory that was resident at one time, in bytes; missing as `cpu`. */
  memory: number | undefined;
  /** What it said on standard error. */
  said: string;
}

/** What a built site is, in numbers. */
export interface SiteSize {
  /** Files of HTML. */
  pages: number;
  files: number;
  bytes: number;
}

/** How often processes are looked at, in milliseconds: looking takes some itself. */
const interval = 200;

/** Of one tick of the processors' time, in seconds: `sysconf(_SC_CLK_TCK)` is 100 on every Linux. */
const tick = 0.01;

/** What `npm run` passes to Node.js to start a command: options, and the command's file. */
export function nodeArgumentsOf(name: 'build' | 'check' | 'dev' | 'ingest'): string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const [, ...options] = scripts[name]?.split(' ') ?? [];
  return options;
}

/**
 * Runs a command and measures it.
 *
 * @throws when it fails, with what it said
 */
export async function measure(
  command: string,
  options: readonly string[],
  { cwd, env }: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Cost> {
  const start = performance.now();
  const child = spawn(command, options, {
    ...(cwd && { cwd }),
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  let cpu: number | undefined;
  let memory: number | undefined;
  const look = async () => {
    const seen = child.pid === undefined ? undefined : await readProcesses(child.pid);
    if (!seen) return;
    cpu = Math.max(cpu ?? 0, seen.cpu);
    memory = Math.max(memory ?? 0, seen.memory);
  };
  const watch = setInterval(() => void look(), interval);
  const code = await new Promise<number | null>((resolve, reject) =>
    child.on('close', resolve).on('error', reject),
  ).finally(() => clearInterval(watch));
  if (code !== 0) throw new Error(`${command} ${options.join(' ')} ended with ${code}.\n${said}`);
  return { wall: (performance.now() - start) / 1000, cpu, memory, said };
}

/** The time and memory of a process and all below it. */
async function readProcesses(root: number): Promise<{ cpu: number; memory: number } | undefined> {
  const names = await readdir('/proc').catch(() => []);
  const all = await Promise.all(names.filter((name) => /^\d+$/.test(name)).map(readProcess));
  const known = all.filter((each) => each !== undefined);
  const family = new Set([root]);
  // A parent has a lower number than its children as long as numbers are not used again.
  for (const { id, parent } of known.sort((a, b) => a.id - b.id)) if (family.has(parent)) family.add(id);
  const own = known.filter(({ id }) => family.has(id));
  if (own.length === 0) return undefined;
  return {
    cpu: own.reduce((sum, { ticks }) => sum + ticks * tick, 0),
    memory: own.reduce((sum, { pages }) => sum + pages * 4096, 0),
  };
}

/** Reads `/proc/<id>/stat` (proc(5)): its name, in brackets, may hold anything. */
async function readProcess(
  id: string,
): Promise<{ id: number; parent: number; ticks: number; pages: number } | undefined> {
  const text = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => undefined);
  const fields = text
    ?.slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  if (!fields) return undefined;
  // From the third field on: state, parent …; user, system, and those of children that have ended; resident pages.
  const [, parent = 0] = fields;
  const ticks = fields.slice(11, 15).reduce((sum, each) => sum + each, 0);
  return { id: Number(id), parent, ticks, pages: fields[21] ?? 0 };
}

/** Counts what is in a folder. */
export async function measureSite(folder: string): Promise<SiteSize> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  let bytes = 0;
  for (const { parentPath, name } of files) bytes += (await stat(join(parentPath, name))).size;
  return { pages: files.filter(({ name }) => name.endsWith('.html')).length, files: files.length, bytes };
}
