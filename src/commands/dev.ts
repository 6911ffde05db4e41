import { startDevServer } from '../build/dev-server.ts';
import { contentRoot } from '../records/content-root.ts';
import { runCommand } from './run-command.ts';

await runCommand({ usage: 'npm run dev', options: {} }, () => startDevServer(contentRoot()));
