import { dev } from 'astro';

import { runCommand } from '../command/run-command.ts';

await runCommand({ usage: 'npm run dev', options: {} }, async () => {
  await dev({});
});
