import { describe, expect, test } from 'vitest';

import { fillDraft, type FieldValue } from '../../../../../src/ingest/sources/shared/fill-draft.ts';
import { fieldNames } from '../../../../../src/ingest/sources/shared/field-names.ts';
import { foreignNames } from '../../../../../src/ingest/sources/table/foreign-names.ts';
import { chooseColumns } from '../../../../../src/ingest/sources/table/choose-columns.ts';
import { listTexts } from '../../../../../src/ingest/sources/shared/list-texts.ts';

const plan = (header: string[], given: Record<string, string> = {}) => {
  const { columns, guessed, unused } = chooseColumns(header, new Map(Object.entries(given)));
  return { columns: Object.fromEntries(columns), guessed: guessed.toSorted(), unused };
};

describe('chooseColumns', () => {
  test('tells columns by their names, whatever their case and signs', () => {
    expect(
      plan(['ID', 'Head-line', 'Publication Date', 'articleBody', 'AUTHOR_NAME', 'Organisations']),
    ).toEqual({
      columns: {
        title: 'Head-line',
        date: 'Publication Date',
        text: 'articleBody',
        byline: 'AUTHOR_NAME',
        organizations: 'Organisations',
      },
      guessed: ['byline', 'date', 'organizations', 'text', 'title'],
      unused: ['ID'],
    });
  });

  test('takes the given ones first, and guesses neither their keys nor them again', () => {
    expect(plan(['title', 'kicker', 'body', 'date'], { title: 'kicker', summary: 'date' })).toEqual({
      columns: { title: 'kicker', summary: 'date', text: 'body' },
      guessed: ['text'],
      unused: ['title'],
    });
  });

  test('takes the date of publication before another', () => {
    expect(plan(['date', 'published', 'text']).columns.date).toBe('published');
  });

  test('takes one form of the text: the one that says most, or the given one', () => {
    expect(plan(['body', 'body_html'])).toEqual({
      columns: { html: 'body_html' },
      guessed: ['html'],
      unused: ['body'],
    });
    expect(plan(['body', 'body_html'], { text: 'body' }).columns).toEqual({ text: 'body' });
  });

  test('has no name for two keys', () => {
    const names = Object.values(fieldNames).flat();
    expect(names).toEqual([...new Set(names)]);
    expect(names.filter((name) => !/^[a-z]+$/.test(name))).toEqual([]);
  });

  test.for<[header: string[], given: Record<string, string>, message: string]>([
    [['Headline', 'Text'], { title: 'Headlines' }, 'Did you mean "Headline"? Available: Headline, Text.'],
    [['Headline', 'Text'], { titel: 'Headline' }, 'Did you mean "title"?'],
    [['Headline', ''], {}, 'found no column for the text;'],
    [['Headline', ''], {}, 'The columns are: Headline, (no name).'],
    [['Titel', 'Datum', 'Text'], {}, 'Probably: --map title=Titel,date=Datum,text=Text.'],
    [['Titre', 'Date', 'Texte'], {}, '--map text=Texte,title=Titre,date=Date, or html='],
    [
      ['Título', 'Fecha', 'Autor', 'Contenido'],
      {},
      '--map text=Contenido,title=Título,date=Fecha,byline=Autor,',
    ],
    [['Titolo', 'Data', 'Testo'], {}, 'title=Titolo,date=Data'],
    [['Título', 'Data', 'Conteúdo'], {}, 'text=Conteúdo'],
    [['Kop', 'Datum', 'Tekst'], {}, 'text=Tekst'],
    [
      ['Titel', 'Text', 'Zeitung', 'Ausgabe', 'Ressort', 'Seite'],
      {},
      'publisher=Zeitung,edition=Ausgabe,section=Ressort,page=Seite',
    ],
    [
      ['Titre', 'Texte', 'Édition', 'Rubrique', 'Numéro'],
      {},
      'issue=Numéro,edition=Édition,section=Rubrique',
    ],
    [['Título', 'Texto', 'Edición', 'Sección', 'Página'], {}, 'edition=Edición,section=Sección,page=Página'],
    [
      ['Titolo', 'Testo', 'Edizione', 'Sezione', 'Pagina'],
      {},
      'edition=Edizione,section=Sezione,page=Pagina',
    ],
    [['Título', 'Texto', 'Edição', 'Secção', 'Página'], {}, 'edition=Edição,section=Secção,page=Página'],
    [
      ['Titel', 'Tekst', 'Krant', 'Editie', 'Katern', 'Pagina'],
      {},
      'publisher=Krant,edition=Editie,section=Katern,page=Pagina',
    ],
    [
      ['Заголовок', 'Текст', 'Газета', 'Выпуск', 'Рубрика', 'Страница'],
      {},
      'publisher=Газета,edition=Выпуск,section=Рубрика,page=Страница',
    ],
  ])('refuses %j with %j', ([header, given, message]) => {
    expect(() => plan(header, given)).toThrow(message);
  });

  test('leaves a column alone that only one other language would call a date, and any once others are given', () => {
    expect(plan(['title', 'text', 'data']).unused).toEqual(['data']);
    expect(plan(['Titel', 'Datum', 'Inhalt'], { text: 'Inhalt' }).unused).toEqual(['Titel', 'Datum']);
  });

  test('suggests no column of another language for two fields', () => {
    for (const names of Object.values(foreignNames)) {
      const all = Object.values(names).flatMap((each) => each.split(' '));
      expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
    }
  });

  test('takes no key from what all objects have', () => {
    expect(() => plan(['text'], { constructor: 'text' })).toThrow('found the key "constructor" in --map');
  });
});

describe('fillDraft', () => {
  const said = (...values: string[]): FieldValue => ({ values, where: 'the test', line: 3, column: 7 });

  test('leaves out what is empty, and makes lines of the rest', () => {
    const draft = fillDraft(
      new Map([
        ['title', said(' A \n ferry ')],
        ['subtitle', said(' \n')],
        ['byline', said('', 'Ada  Lind')],
        ['places', said('Norhaven')],
        ['tags', said('sea')],
      ]),
      { languages: ['en'] },
    );
    expect(draft).toEqual({
      leftOut: [],
      title: 'A ferry',
      byline: ['Ada Lind'],
      terms: [{ name: 'Norhaven', vocabulary: 'places' }, { name: 'sea' }],
      notices: [],
    });
  });

  test('says when it takes one value of several', () => {
    expect(fillDraft(new Map([['language', said('en_GB', 'fr')]]), { languages: ['en'] })).toMatchObject({
      language: 'en-GB',
      leftOut: [{ what: 'a further value in the test', text: 'fr' }],
    });
  });

  test('reads dates in likely languages, the text’s own first, and says where a wrong one stands', () => {
    expect(fillDraft(new Map([['date', said('18. Juli 2021')]]), { languages: ['de'] }).date).toBe(
      '2021-07-18',
    );
    const croatian = new Map([
      ['date', said('1. listopada 2021')],
      ['language', said('hr_HR')],
    ] as const);
    expect(fillDraft(croatian, { languages: ['cs'] }).date).toBe('2021-10-01');
    expect(() => fillDraft(new Map([['date', said('18. Juli 2021')]]), { languages: ['en'] })).toThrow(
      'found date "18. Juli 2021", which is not a date in the test; expected a date like 2021-07-18.',
    );
  });
});

describe('listTexts', () => {
  test.for<[unknown, string[], boolean]>([
    ['a', ['a'], false],
    [2021, ['2021'], false],
    [null, [], false],
    [['a', null, 'b'], ['a', 'b'], false],
    [[{ name: 'a' }], ['a'], false],
    [[{ name: 'a', id: 1 }, { id: 2 }, ['b']], ['a', 'b'], true],
    [{ name: ['a'] }, [], true],
  ])('of %j are %j', ([value, texts, hasMore]) => {
    expect(listTexts(value)).toEqual({ texts, hasMore });
  });
});
