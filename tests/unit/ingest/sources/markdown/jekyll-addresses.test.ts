import { expect, test } from 'vitest';

import { ingestFormerUrls } from '../../../../support/ingest-former-urls.ts';

/** A post, with a text that no other one has. */
const post = (title: string, front = '') =>
  `---\nlayout: post\ntitle: ${title}\n${front}---\n\n${title} was what the harbour board spoke of for most of its meeting, and the gates of ${title} were left open all night.\n`;

const ingest = (files: Readonly<Record<string, string>>) =>
  ingestFormerUrls(files, ['--former-host', 'old.example.org']);

/** The former URLs of one post, and what was said of it. */
async function ingestPost(config: string, front = '', file = '_posts/2016-01-05-North-quay.md') {
  const { found, said } = await ingest({ '_config.yml': config, [file]: post('North quay', front) });
  expect(Object.keys(found), said).toEqual(['north-quay']);
  return { address: found['north-quay']?.join(' '), said };
}

test.each([
  // Built-in formats, as the documentation lists them.
  ['', '', '/2016/01/05/North-quay.html'],
  ['permalink: date', 'categories: [News, Port]', '/news/port/2016/01/05/North-quay.html'],
  ['permalink: pretty', 'category: Sea news', '/sea%20news/2016/01/05/North-quay/'],
  ['permalink: ordinal', '', '/2016/005/North-quay.html'],
  ['permalink: weekdate', '', '/2016/W01/Tue/North-quay.html'],
  ['permalink: none', 'categories: news port', '/news/port/North-quay.html'],
  // Placeholders.
  ['permalink: /:short_year/:i_month/:i_day/:slug', '', '/16/1/5/north-quay'],
  ['permalink: /:year_:short_month/:long_month-:title.html', '', '/2016_Jan/January-North-quay.html'],
  [
    'permalink: /a/:slugified_categories/:title:output_ext',
    'category: Sea & port',
    '/a/sea-port/North-quay.html',
  ],
  ['permalink: /:hour:minute:second/:title/', 'date: 2016-01-06', '/000000/North-quay/'],
  ['permalink: ":year/:title/"', 'slug: Other Slug', '/2016/Other-Slug/'],
  // The post's own permalink, a default, a collection's, and a path below which the site was.
  ['permalink: pretty', 'permalink: /quay/:year/:title.html', '/quay/2016/North-quay.html'],
  ['baseurl: /paper/', 'permalink: /quay/north/', '/paper/quay/north/'],
  [
    'baseurl: paper',
    'redirect_from: [/old/, older/]',
    '/paper/2016/01/05/North-quay.html /paper/old/ /paper/older/',
  ],
  [
    'defaults:\n  - scope: {path: "", type: posts}\n    values: {permalink: "/all/:title"}\n  - scope: {path: _posts}\n    values: {permalink: "/p/:title", category: port}',
    '',
    '/p/North-quay',
  ],
  [
    'defaults:\n  - scope: {path: "", type: pages}\n    values: {permalink: "/all/:title"}',
    '',
    '/2016/01/05/North-quay.html',
  ],
  ['collections:\n  posts:\n    permalink: /c/:categories/:title/', '', '/c/North-quay/'],
  ['permalink: /:title/', 'category: no', '/North-quay/'],
  // A time is converted to the time zone of the site; where that is not needed, it need not be known.
  ['timezone: America/New_York', 'date: 2016-01-05 02:30:00 +0000', '/2016/01/04/North-quay.html'],
  ['timezone: Asia/Shanghai', 'date: 2016-01-05 15:00:00', '/2016/01/05/North-quay.html'],
  ['permalink: /:year/:month/:title/', 'date: 2016-01-05 02:30:00 +0000', '/2016/01/North-quay/'],
])('%j and %j make the address %j', async (config, front, expected) => {
  const { address, said } = await ingestPost(`title: Paper\n${config}\n`, front === '' ? '' : `${front}\n`);
  expect(address, said).toBe(expected);
  expect(said).not.toContain('is not known');
});

test.each([
  ['permalink: /:year/:author/:title/', '', '_config.yml:2:12: found the placeholder ":author"'],
  ['', 'permalink: /:authors/x/', '2016-01-05-North-quay.md:4:1: found the placeholder ":authors"'],
  ['', 'permalink: pretty', '2016-01-05-North-quay.md:4:1: found the permalink "pretty"'],
  ['plugins: [jekyll-feed, jekyll-own-paths]', '', '_config.yml:2:24: found the plugin "jekyll-own-paths"'],
  ['', 'date: 2016-01-05 02:30:00 +0000', '_config.yml:1:1: found no time zone'],
  ['timezone: Mars/Olympus', 'date: 2016-01-05 02:30:00 +0000', 'found the time zone "Mars/Olympus"'],
  [
    'timezone: Asia/Shanghai',
    'date: 2016-01-05 17:00:00',
    '2016-01-05-North-quay.md:4:1: found the time "2016-01-05 17:00:00"',
  ],
  ['', 'date: January 5, 2016', 'found the date "January 5, 2016"'],
  ['', 'category: no', 'found the category "no"'],
  [
    'defaults: [{scope: {path: "_posts/*"}, values: {permalink: /x/}}]',
    '',
    'found defaults for the path "_posts/*"',
  ],
  ['plugins_dir: ../..', '', '_config.yml:2:14: found the path "../.."'],
  ['permalink: "a: b', '', 'found invalid YAML'],
])('%j and %j make no address, and the report says why', async (config, front, expected) => {
  const { address, said } = await ingestPost(`title: Paper\n${config}\n`, front === '' ? '' : `${front}\n`);
  expect(address, said).toBe('');
  expect(said.split('The address that it had is not known.')).toHaveLength(2);
  expect(said).toContain(expected);
});

test('what is unknown for all posts is said once, and a path that is written out is known nevertheless', async () => {
  const { found, said } = await ingest({
    '_config.yml': 'title: Paper\n',
    '_site/2016/01/05/north.html': '<h1>North quay</h1><p>What was made of the post.</p>',
    '_plugins/paths.rb': '# The addresses of posts are changed here.\n',
    '_posts/2016-01-05-north.md': post('North quay'),
    '_posts/2016-01-06-south.md': post('South quay'),
    '_posts/2016-01-07-east.md': post('East quay', 'permalink: /east/\n'),
  });
  expect(found).toMatchObject({ 'north-quay': [], 'south-quay': [], 'east-quay': ['/east/'] });
  expect(said).toMatch(/paths\.rb:1:1: found a plugin of the site; expected .* \(2 items\)/);
});

test('a plugin may also be named in the Gemfile, in the group of the plugins', async () => {
  const withGems = (...lines: string[]) =>
    ingest({
      '_config.yml': 'title: Paper\n',
      Gemfile: ['gem "jekyll-own-paths"', 'group :jekyll_plugins do', ...lines, 'end', ''].join('\n'),
      '_posts/2016-01-05-north.md': post('North quay'),
    });
  expect((await withGems('  gem "jekyll-feed"')).found).toEqual({ 'north-quay': ['/2016/01/05/north.html'] });
  const { found, said } = await withGems("  gem 'jekyll-own-paths', '~> 1.0'");
  expect(found).toEqual({ 'north-quay': [] });
  expect(said).toContain('Gemfile:3:3: found the plugin "jekyll-own-paths"');
});

test('folders above the posts are categories, those below are none, and collections have their own paths', async () => {
  const { found } = await ingest({
    '_config.yml':
      'permalink: pretty\ncollections:\n  reports: {output: true}\n  notes: {output: false}\n  guides: {output: true, permalink: "/g/:path:output_ext"}\n',
    'Sea/port/_posts/old/2016-01-05-north.md': post('North quay', 'categories: [port, Tide]\n'),
    '_reports/2016-01-06-south.md': post('South quay'),
    '_notes/2016-01-07-east.md': post('East quay'),
    '_guides/year/2016-01-08-west.html': post('West quay'),
    '_drafts/2016-01-09-draft.md': post('Draft quay', 'permalink: /:year/d/\n'),
    'about/2016-01-10-page.md': post('Page quay'),
  });
  expect(found).toEqual({
    'north-quay': ['/sea/port/tide/2016/01/05/north/'],
    'south-quay': ['/reports/2016-01-06-south/'],
    'east-quay': [],
    'west-quay': ['/g/year/2016-01-08-west.html'],
    'draft-quay': [],
    'page-quay': [],
  });
});

test('without a configuration of Jekyll, nothing is assumed', async () => {
  const posts = { 'site/_posts/2016-01-05-north.md': post('North quay') };
  expect((await ingest(posts)).found).toEqual({ 'north-quay': [] });
  expect(
    (await ingest({ ...posts, 'site/_config.yml.txt': 'A list of what was to be done at the harbour.' }))
      .found,
  ).toEqual({ 'north-quay': [] });
  const hexo = { ...posts, '_config.yml': 'permalink: :year/:title/\nsource_dir: site\n' };
  expect((await ingest(hexo)).found).toEqual({ 'north-quay': [] });
});

test('without a host that the archive succeeds, no address is worked out, and none is missed', async () => {
  const files = { '_config.yml': 'plugins: [x]\n', '_posts/2016-01-05-north.md': post('North quay') };
  const { found, said } = await ingestFormerUrls(files, []);
  expect(found).toEqual({ 'north-quay': [] });
  expect(said).not.toContain('is not known');
});
