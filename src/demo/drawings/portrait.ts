import { createRandom } from '../../system/random.ts';
import type { Townsperson } from '../town/people.ts';
import type { Palette } from './palette.ts';
import { n, shape } from './shapes.ts';

/** A head from the side, looking left; the nose and the chin are each person's own. */
const profileOf = (nose: number, chin: number) =>
  `M150 250 L148 192 C166 172 173 140 170 110 C168 60 135 28 95 30 C62 32 44 56 45 84 C45 92 41 99 ${33 - nose} 113 C${30 - nose} 119 34 122 42 123 C39 128 40 131 44 134 C40 138 42 142 46 144 C${43 - chin} 153 ${46 - chin} 165 57 168 C70 172 84 167 92 170 C96 180 96 205 92 250 Z`;
const shoulders = 'M8 330 C16 268 60 250 92 240 L150 240 C196 248 232 270 240 330 Z';

const hairOfWomen = [
  'M46 80 C46 40 80 18 112 22 C150 26 178 60 176 104 C175 120 168 130 160 134 C150 110 120 96 104 92 C84 88 62 86 46 80 Z M160 84 a28 28 0 1 0 40 20 Z',
  'M46 82 C40 30 90 10 124 22 C172 36 186 90 184 150 C184 172 172 190 152 196 C156 160 146 120 116 100 C96 90 66 92 46 82 Z',
  'M47 78 C44 34 88 14 120 22 C162 32 180 74 176 122 C172 146 160 150 150 140 C146 110 120 96 100 90 Z',
];
const hairOfMen = [
  'M47 74 C48 36 84 20 112 24 C150 28 174 60 172 108 C168 132 160 138 154 132 C152 108 140 88 118 78 C96 70 66 78 47 74 Z',
  'M60 46 C84 22 128 22 150 46 C170 66 176 100 170 130 C162 138 156 134 154 124 C152 90 128 60 60 46 Z',
];
const beard =
  'M50 140 C44 170 52 206 84 208 C110 206 124 180 134 150 C120 150 104 158 92 152 C78 146 62 150 50 140 Z';
const cap = 'M26 76 C50 70 60 70 60 70 C58 40 90 14 128 20 C164 26 182 56 176 84 C140 74 80 76 26 76 Z';
const bowler =
  'M20 66 C60 74 140 74 190 62 C186 54 172 56 168 54 C172 8 132 -6 104 -4 C70 -2 52 18 54 58 C44 60 30 58 20 66 Z';

/** Draws somebody in profile, as papers did before they could print photographs: 1200 by 800 units. */
export function drawPortrait(
  person: Townsperson | undefined,
  { accent, far, ink, light, middle, near }: Palette,
  year: number,
): string {
  const isWoman =
    ['Mrs.', 'Miss', 'Ms.'].includes(person?.style ?? 'Mr.') || /^(?:Sheila|Ingrid)/.test(person?.name ?? '');
  const number = [...(person?.name ?? '')].reduce(
    (sum, character) => sum + (character.codePointAt(0) ?? 0),
    0,
  );
  const random = createRandom(number * 7919);
  const [nose, chin, build, tilt] = [
    random() * 9 - 3,
    random() * 8 - 3,
    0.92 + random() * 0.16,
    random() * 8 - 4,
  ];
  const collar =
    random() < 0.5 ? 'M88 236 L120 262 L152 236 L156 250 L120 286 L84 250 Z' : 'M86 232 H152 V250 H86 Z';
  const extra = isWoman
    ? [hairOfWomen[year > 1965 ? 1 + (number % 2) : 0] ?? '']
    : [
        person?.style === 'Captain'
          ? cap
          : year < 1920 && number % 3 === 0
            ? bowler
            : (hairOfMen[number % 2] ?? ''),
        ...(year < 1935 && number % 2 === 0 ? [beard] : []),
      ];
  const flip = number % 2 === 0 ? 'translate(420 150) scale(1.7)' : 'translate(780 150) scale(-1.7 1.7)';
  return [
    `<rect width="1200" height="800" fill="${far}"/><ellipse cx="600" cy="400" rx="372" ry="372" fill="${light}"/>`,
    `<ellipse cx="600" cy="400" rx="372" ry="372" fill="none" stroke="${middle}" stroke-width="10"/>`,
    `<clipPath id="oval"><ellipse cx="600" cy="400" rx="366" ry="366"/></clipPath><g clip-path="url(#oval)"><g transform="${flip}">`,
    shape(shoulders, accent, `transform="translate(${n(122 - 122 * build)} 0) scale(${build.toFixed(3)} 1)"`),
    shape(collar, light),
    `<g transform="translate(0 20) rotate(${n(tilt)} 120 200)">`,
    shape(profileOf(Math.round(nose), Math.round(chin)), near),
    ...extra.map((d) => shape(d, ink)),
    '</g></g></g>',
  ].join('');
}
