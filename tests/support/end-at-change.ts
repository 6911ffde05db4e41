import fs from 'node:fs';

import { changing, isReading, patchFiles } from './patch-files.ts';

// Loaded into a program by `node --import` (see ended-program.ts): counts what it changes on disk, in all its threads,
// and ends it by a signal just before one of these changes.

const { CHANGES_FILE: file = '', END_AT: last, END_BEFORE: before, END_BY: signal } = process.env;
// The size of this file is how many changes there were: one number for all threads.
const count = fs.openSync(file, 'a');
const { fstatSync, writeSync } = fs;
const isBefore = (path: unknown) => Boolean(before) && new RegExp(before ?? '').test(String(path));

patchFiles(changing, (call) => {
  if (!isReading(call)) {
    writeSync(count, '.');
    const isLast = last && fstatSync(count).size === Number(last);
    if (isLast || call.given.slice(0, 2).some(isBefore)) process.kill(process.pid, signal);
  }
  return call.proceed();
});
