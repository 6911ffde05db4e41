import { sep } from 'node:path';
import { dev, type AstroIntegration } from 'astro';

import { runCommand } from './run-command.ts';
import { contentRoot } from '../records/content-root.ts';
import { writeEditorFiles } from '../build/editor-files.ts';

/** How long to wait for further files, in milliseconds: many may come at once. */
const settleTime = 200;

await runCommand({ usage: 'npm run dev', options: {} }, async () => {
  const root = contentRoot();
  // Before the archive is read: what is wrong in it is mended in an editor.
  await writeEditorFiles(root, process.cwd());
  await dev({ integrations: [followNewFiles(root)] });
});

/** Tells editors of files that are made or removed while the archive is being edited. */
function followNewFiles(root: string): AstroIntegration {
  return {
    name: 'dateline-editors',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        let timer: NodeJS.Timeout | undefined;
        server.watcher.add(root);
        server.watcher.on('all', (event, path) => {
          if (!path.startsWith(root + sep) || !/^(?:add|unlink)$/.test(event)) return;
          clearTimeout(timer);
          timer = setTimeout(() => {
            writeEditorFiles(root, process.cwd()).catch((error: Error) => logger.error(error.message));
          }, settleTime);
        });
      },
    },
  };
}
