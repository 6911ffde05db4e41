import { dev } from 'astro';

import { runCommand } from './command.ts';

await runCommand('npm run dev', {}, async () => {
  await dev({});
});
