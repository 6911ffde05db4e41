/** Reports the progress of a long command, on standard error. */
export interface Report {
  /** Begins a step: `Rendering pages`. On a terminal the line stays open until {@link Report.done}. */
  step(title: string): void;
  /** Updates the progress of the step, with the total where it is known; shown on a terminal only. */
  progress(done: number, total?: number): void;
  /** Ends the step, with its result: `21 pages`. */
  done(result: string): void;
  /** Prints a line outside of any step. */
  log(line: string): void;
}

/** The shortest interval between updates, in milliseconds: a terminal that is updated for every page would slow the build. */
const interval = 100;

/** Creates a report on a stream: on a terminal it updates the current line, elsewhere it prints complete lines only. */
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
    log: (line) => void stream.write(`${line}\n`),
  };
}
