/** Names of months (1 to 12) and of days of the week, in lower case. */
export interface DateNames {
  months: ReadonlyMap<string, number>;
  /** 0 is Sunday, as for JavaScript. */
  weekdays: ReadonlyMap<string, number>;
}

const byLanguage = new Map<string, DateNames>();

/**
 * The names that a language has for months and days of the week, whole and short, without a full stop at the end.
 *
 * @param language BCP 47 tag
 */
export function dateNamesOf(language: string): DateNames {
  const known = byLanguage.get(language);
  if (known) return known;
  const months = new Map([['sept', 9]]);
  const weekdays = new Map([
    ['tues', 2],
    ['wednes', 3],
    ['thur', 4],
    ['thurs', 4],
  ]);
  for (const length of ['long', 'short'] as const) {
    // Beside a day some languages have another form of a month's name (18 июля).
    for (const day of [undefined, 'numeric'] as const) {
      const name = nameIn('month', { month: length, day });
      for (let number = 1; number <= 12; number++) months.set(name(Date.UTC(2000, number - 1, 1)), number);
    }
    const name = nameIn('weekday', { weekday: length });
    // 2 January 2000 was a Sunday.
    for (let day = 0; day < 7; day++) weekdays.set(name(Date.UTC(2000, 0, day + 2)), day);
  }
  const names = { months, weekdays };
  byLanguage.set(language, names);
  return names;

  function nameIn(part: 'month' | 'weekday', options: Intl.DateTimeFormatOptions) {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC', calendar: 'gregory' });
    return (time: number) => {
      const name = format.formatToParts(time).find(({ type }) => type === part)?.value ?? '';
      return name.replace(/\.$/, '').toLocaleLowerCase(language);
    };
  }
}
