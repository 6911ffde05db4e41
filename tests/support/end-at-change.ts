import fs from 'node:fs';

import { changing, isReading, patchFiles } from './patch-files.ts';

// Loaded into a program by `node --import` (see ended-program.ts): counts what it changes on disk, in all its threads,
// and ends it by a signal just before one of these changes.

const { CHANGES_FILE: file = '', END_AT: last, END_BY: signal } = process.env;
// The size of this file is how many changes there were: one number for all threads.
const count = fs.openSync(file, 'a');
const { fstatSync, writeSync } = fs;

patchFiles(changing, (call) => {
  if (!isReading(call)) {
    writeSync(count, '.');
    if (last && fstatSync(count).size === Number(last)) process.kill(process.pid, signal);
  }
  return call.proceed();
});
