/** One of each kind of page of the fixture `variety`, below its home page. */
export const pageKinds = [
  '',
  'about/',
  'data/',
  '404.html',
  'articles/2004/05/17/same-day/',
  'articles/',
  'articles/2004/',
  'articles/2004/05/',
  'articles/2004/05/18/',
  'articles/2004/05/18/everything-in-markdown/',
  'articles/undated/',
  'articles/2004/withdrawn-one/',
  'people/',
  'people/index/by-articles/',
  'people/ada-brook/',
  'places/alder/old-town/',
];
