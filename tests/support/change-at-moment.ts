import fs from 'node:fs';
import { dirname } from 'node:path';

import { changing, isReading, patchFiles, type FileCall } from './patch-files.ts';

// Loaded into a program by `node --import` (see disturbed-program.ts): makes changes to files once, when the program has
// read a certain file, or is about to write it.

// A process that runs several commands has others for each.
const isMoment = (path: string) => new RegExp(process.env.MOMENT ?? '').test(path);
const { mkdirSync, openSync, readFileSync, rmSync, writeFileSync } = fs;

/** A program may have several threads. */
function isFirst(): boolean {
  try {
    openSync(`${process.env.DISTURBANCE}.made`, 'wx');
    return true;
  } catch {
    return false;
  }
}

function disturb(): void {
  if (!isFirst()) return;
  const changes = JSON.parse(readFileSync(process.env.DISTURBANCE ?? '', 'utf8')) as [
    file: string,
    base64: string | null,
  ][];
  for (const [file, base64] of changes) {
    if (base64 === null) rmSync(file, { force: true });
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, Buffer.from(base64, 'base64'));
    }
  }
}

patchFiles([...changing, 'readFile'], (call: FileCall) => {
  const [path] = call.given;
  const isOfFile = typeof path === 'string' || path instanceof URL;
  if (!isOfFile || !isMoment(String(path)) || isReading(call)) return call.proceed();
  if (call.name !== 'readFile') {
    disturb();
    return call.proceed();
  }
  const read = call.proceed();
  if (!(read instanceof Promise)) {
    disturb();
    return read;
  }
  return read.finally(disturb);
});
