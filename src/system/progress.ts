/** Tells a person at a terminal what a long command is doing. Everything goes to standard error. */
export interface Report {
  /** Begins a step: `Rendering pages`. On a terminal the line stays open until {@link Report.done}. */
  step(title: string): void;
  /** How far the step is, and of how much where that is known; shown on a terminal only. */
  progress(done: number, total?: number): void;
  /** Ends the step, with what came of it: `21 pages`. */
  done(result: string): void;
  /** Says something that is no step. */
  say(line: string): void;
}

/** Shown at most this often, in milliseconds: a terminal that scrolls for every page would slow the build. */
const interval = 100;

/** A report on a stream: lines that rewrite themselves on a terminal, whole lines elsewhere. */
export function createReport(stream: NodeJS.WriteStream = process.stderr): Report {
  let title = '';
  let started = 0;
  let shown = 0;
  const rewrite = (line: string) => stream.write(`\r\u001b[K${line}`);
  return {
    step(name) {
      title = name;
      started = shown = performance.now();
      if (stream.isTTY) rewrite(`${title} …`);
    },
    progress(done, total) {
      const now = performance.now();
      if (!stream.isTTY || now - shown < interval) return;
      shown = now;
      const of = total === undefined ? '' : ` of ${total.toLocaleString('en')}`;
      rewrite(`${title} … ${done.toLocaleString('en')}${of}`);
    },
    done(result) {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const line = `${title}: ${result} (${seconds} s)\n`;
      if (stream.isTTY) rewrite(line);
      else stream.write(line);
    },
    say: (line) => void stream.write(`${line}\n`),
  };
}
