/** An export of Ghost in its documented form (https://ghost.org/docs/migration/custom/). */
export const ghostExport = JSON.stringify(
  {
    db: [
      {
        meta: { exported_on: 1620000000000, version: '5.2.0' },
        data: {
          posts: [
            {
              id: '61a',
              uuid: '8e5d0c5a-0000-4000-8000-1b0a5f2b8f10',
              title: 'Harbour reopens',
              slug: 'harbour-reopens',
              html: '<!--kg-card-begin: html--><p>The harbour <a href="__GHOST_URL__/tides/">reopened</a>.</p><!--kg-card-end: html--><figure class="kg-card"><img src="https://post.example/quay.jpg" alt="A quay"></figure>',
              mobiledoc: '{"version":"0.3.1","markups":[["a"]],"cards":[]}',
              plaintext: 'The harbour reopened.',
              feature_image: '__GHOST_URL__/content/images/2021/05/tugs.jpg',
              type: 'post',
              status: 'published',
              visibility: 'public',
              custom_excerpt: 'Ferries sail again.',
              published_at: '2021-05-06T09:00:00.000Z',
              canonical_url: 'https://post.example/harbour/',
            },
            { id: '61b', title: 'Not yet', html: '<p>Draft.</p>', type: 'post', status: 'draft' },
            { id: '61c', title: 'About', html: '<p>About.</p>', type: 'page', status: 'published' },
            { id: '61d', title: 'Paid', html: '<p>Paid.</p>', status: 'published', visibility: 'paid' },
            { id: '61e', title: 'Old', html: null, status: 'published', visibility: 'public' },
          ],
          posts_meta: [
            {
              id: 'm1',
              post_id: '61a',
              feature_image_alt: 'Two tugs',
              feature_image_caption: 'On <b>Thursday</b>',
            },
          ],
          tags: [
            { id: 't1', name: 'Ferries', description: 'What sails' },
            { id: 't2', name: '#internal', visibility: 'internal' },
            { id: 't3', name: 'Harbour' },
          ],
          posts_tags: [
            { post_id: '61a', tag_id: 't1', sort_order: 1 },
            { post_id: '61a', tag_id: 't2', sort_order: 2 },
            { post_id: '61a', tag_id: 't3', sort_order: 0 },
          ],
          users: [{ id: 'u1', name: 'Ada Lind', email: 'ada@post.example' }],
          posts_authors: [{ post_id: '61a', author_id: 'u1', sort_order: 0 }],
          settings: [{ key: 'title', value: 'Evening Post' }],
        },
      },
    ],
  },
  null,
  1,
);

/** An export of Movable Type in its documented form, with a comment of a reader. */
export const movableTypeExport = `AUTHOR: Ada Lind
TITLE: Harbour reopens
BASENAME: harbour_reopens
STATUS: Publish
ALLOW COMMENTS: 1
CONVERT BREAKS: __default__
PRIMARY CATEGORY: Harbour
CATEGORY: Harbour
CATEGORY: Ferries
TAGS: "tall ships",tides
DATE: 05/06/2021 09:30:00 PM
-----
BODY:
The harbour <b>reopened</b>.

It was quiet.
-----
EXTENDED BODY:
Nobody came.
-----
EXCERPT:
Ferries sail again.
-----
COMMENT:
AUTHOR: A Reader
EMAIL: reader@mail.example
IP: 192.0.2.1
DATE: 05/07/2021 08:00:00 AM
I was there.
-----
--------
AUTHOR: Ada Lind
TITLE: Not yet
STATUS: Draft
DATE: 05/08/2021 09:30:00 AM
-----
BODY:
A draft.
-----
--------
AUTHOR: Eva Berg
TITLE: Fog
STATUS: Publish
CONVERT BREAKS: markdown
DATE: 12/01/2020 00:00:00
-----
BODY:
The fog *came*.
-----
--------
`;

const everybody = 'https://www.w3.org/ns/activitystreams#Public';
const account = 'https://social.example/users/harbour';
const note = (more: object) => ({
  type: 'Create',
  actor: account,
  object: {
    type: 'Note',
    attributedTo: account,
    published: '2021-05-06T09:00:00Z',
    to: [everybody],
    ...more,
  },
});

/** The outbox of an account as Mastodon exports it (ActivityPub, section 5.1). */
export const outbox = JSON.stringify(
  {
    '@context': 'https://www.w3.org/ns/activitystreams',
    id: 'outbox.json',
    type: 'OrderedCollection',
    totalItems: 5,
    orderedItems: [
      note({
        id: `${account}/statuses/1`,
        url: 'https://social.example/@harbour/1',
        summary: 'Ferries',
        content:
          '<p>The harbour reopened. <a href="https://social.example/tags/Ferries">#<span>Ferries</span></a></p>',
        contentMap: { en: '<p>The harbour reopened.</p>' },
        inReplyTo: 'https://social.example/@tides/7',
        attachment: [
          {
            type: 'Document',
            mediaType: 'image/jpeg',
            url: '/media_attachments/files/1/tugs.jpg',
            name: 'Two tugs',
          },
        ],
        tag: [
          { type: 'Hashtag', name: '#Ferries', href: 'https://social.example/tags/Ferries' },
          { type: 'Mention', name: '@tides', href: 'https://social.example/@tides' },
        ],
      }),
      { type: 'Announce', actor: account, object: 'https://social.example/@tides/8', to: [everybody] },
      note({ content: '<p>For followers.</p>', to: [`${account}/followers`] }),
      { type: 'Like', actor: account, object: 'https://social.example/@tides/9' },
      note({
        type: 'Article',
        name: 'Fog',
        content: '<p>The fog came.</p>',
        url: 'https://blog.example/fog',
      }),
    ],
  },
  null,
  1,
);

/** A post of an export of Medium. */
export const mediumPost = `<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>Harbour reopens</title><style>
      * { font-family: Georgia; }
    </style></head><body><article class="h-entry">
<header>
<h1 class="p-name">Harbour reopens</h1>
</header>
<section data-field="subtitle" class="p-summary">
Ferries sail again
</section>
<section data-field="body" class="e-content">
<section name="1a" class="section section--body"><div class="section-divider"><hr class="section-divider"></div><div class="section-content"><div class="section-inner"><h3 name="2b" id="2b" class="graf graf--h3 graf--title">Harbour reopens</h3><h4 class="graf graf--h4 graf--subtitle">Ferries sail again</h4><p class="graf graf--p">The harbour <strong>reopened</strong>.</p><figure class="graf graf--figure"><img src="https://cdn.example/quay.jpg" alt="A quay"><figcaption class="imageCaption">On Thursday</figcaption></figure></div></div></section>
</section>
<footer><p>By <a href="https://medium.com/@ada" class="p-author h-card">Ada Lind</a> on <a href="https://medium.com/p/1a2b"><time class="dt-published" datetime="2021-05-06T09:00:00.000Z">May 6, 2021</time></a>.</p><p><a href="https://medium.com/@ada/harbour-1a2b" class="p-canonical">Canonical link</a></p><p>Exported from <a href="https://medium.com">Medium</a> on June 1, 2021.</p></footer></article></body></html>`;

/** The files of an export of Substack. */
export const substackExport: Readonly<Record<string, string>> = {
  'posts.csv': `post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url
101.harbour-reopens,2021-05-06T09:00:00.000Z,true,2021-05-06T09:01:00.000Z,,newsletter,everyone,Harbour reopens,Ferries sail again,https://cdn.example/tides.mp3
102.not-yet,2021-05-07T09:00:00.000Z,false,,,newsletter,everyone,Not yet,,
103.paid,2021-05-08T09:00:00.000Z,true,,,newsletter,only_paid,Paid,,
../../secret,2021-05-08T09:00:00.000Z,true,,,newsletter,everyone,Outside,,
`,
  'posts/101.harbour-reopens.html': '<p>The harbour <em>reopened</em>.</p>',
  'posts/101.harbour-reopens.opens.csv': 'email\nreader@mail.example\n',
  'posts/102.not-yet.html': '<p>A draft.</p>',
  'email_list.evening.csv': 'email,active\nreader@mail.example,true\n',
};
