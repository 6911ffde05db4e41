import { contentRoot } from '../records/content-root.ts';
import { runCommand } from './run-command.ts';

await runCommand({ usage: 'npm run dev', options: {} }, async () => {
  const { startDevServer } = await import('../build/dev-server.ts');
  await startDevServer(contentRoot());
});
