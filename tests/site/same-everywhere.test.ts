import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

import { makeFolder } from '../support/temporary-folder.ts';
import { fixtures } from '../support/site-fixtures.ts';
import { buildWith, copyProject } from '../support/project-copy.ts';
import { listFiles, sumFiles } from '../support/read-site.ts';

/** A running clock that is years ahead of this one. */
const otherTime = `
const RealDate = Date;
const ahead = 9 * 365 * 86_400_000;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length === 0 ? [RealDate.now() + ahead] : given));
  }
  static now() {
    return RealDate.now() + ahead;
  }
};
`;

test.each([
  ['America/Los_Angeles', 'de_DE.UTF-8'],
  ['Asia/Shanghai', 'C'],
])(
  'a site is the same, byte for byte, built in another folder and year, in the time zone %s and the locale %s',
  async (timeZone, locale) => {
    const { content, dist } = fixtures.variety;
    const folder = await makeFolder({ 'other-time.mjs': otherTime });
    const [project, copy, built] = ['project', 'content', 'site'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await copyProject(project);
    await cp(content, copy, { recursive: true });
    await buildWith(project, copy, built, {
      TZ: timeZone,
      LANG: locale,
      LC_ALL: locale,
      NODE_OPTIONS: `--import=${pathToFileURL(join(folder, 'other-time.mjs')).href}`,
    });
    expect((await listFiles(built)).length).toBeGreaterThan(50);
    expect(await sumFiles(built)).toEqual(await sumFiles(dist));
  },
);
