/** A person of the invented town. */
export interface Townsperson {
  name: string;
  /** How papers of the time addressed the person before the family name: `Mr.`, `Miss`, `Captain`. */
  style: string;
  born: number;
  /** The year of death; 0 when the person lives. */
  died: number;
  description: string;
  /** Offices: title, first year, last year (0 while it lasts). */
  roles: readonly (readonly [title: string, from: number, to: number])[];
  /** The name in another script, or another name that is this person's alone. */
  variants?: readonly string[];
}

const person = (
  name: string,
  style: string,
  [born, died]: readonly [number, number],
  description: string,
  ...roles: (readonly [string, number, number])[]
): Townsperson => ({ name, style, born, died, description, roles });

const mayor = 'Mayor of Ternhythe';
const head = 'Head of Ternhythe School';
const gazette = 'Editor of the Ternhythe Gazette';
const mercury = 'Editor of the Ternhythe Mercury';
const merged = 'Editor of the Gazette and Mercury';
const union = 'Secretary of the Weavers’ Union of Ternsey';
const ferry = 'Master of the Wend ferry';
const owner = 'Head of Harrow and Sons';
const captain = 'Captain of Ternhythe Rovers';
const manager = 'Manager of Ternhythe Rovers';

/** Everybody who has a record. */
export const people: readonly Townsperson[] = [
  person(
    'Edmund Harrow',
    'Mr.',
    [1841, 1909],
    'Wool manufacturer; builder of the Tide Mill',
    [mayor, 1893, 1899],
    [owner, 1893, 1909],
  ),
  person('Josiah Pell', 'Mr.', [1848, 1922], 'Grocer in the Salt Market; opponent of the bridge toll', [
    mayor,
    1899,
    1907,
  ]),
  person('Augusta Harrow', 'Mrs.', [1850, 1931], 'Founder of the town’s school'),
  person(
    'Robert Harrow',
    'Mr.',
    [1873, 1944],
    'Wool manufacturer; son of Edmund Harrow',
    [owner, 1909, 1944],
    [mayor, 1919, 1926],
  ),
  person('Thomas Maddern', 'Mr.', [1860, 1928], 'Shipwright at the Fish Quay', [mayor, 1907, 1919]),
  person(
    'Alice Pell',
    'Miss',
    [1886, 1969],
    'Daughter of Josiah Pell; the first woman on the council',
    ['Member of the town council', 1921, 1926],
    [mayor, 1926, 1934],
  ),
  person('Henry Voss', 'Mr.', [1889, 1961], 'Chemist; mayor in the war years', [mayor, 1934, 1946]),
  person(
    'Margaret Maddern',
    'Mrs.',
    [1905, 1988],
    'Granddaughter by marriage of Thomas Maddern; mayor at the flood of 1953',
    [mayor, 1946, 1955],
  ),
  person('Walter Pell', 'Mr.', [1912, 1990], 'Grocer; nephew of Alice Pell', [mayor, 1955, 1967]),
  person('Philip Harrow', 'Mr.', [1908, 1979], 'The last of his family to own the mill', [owner, 1944, 1971]),
  person(
    'Dorothy Voss',
    'Mrs.',
    [1924, 2011],
    'Daughter-in-law of Henry Voss; mayor when the new bridge was built',
    [mayor, 1967, 1979],
  ),
  person('George Quillan', 'Mr.', [1931, 2015], 'Bus driver, then councillor', [mayor, 1979, 1991]),
  person('Susan Maddern', 'Mrs.', [1948, 0], 'Schoolteacher; daughter of Margaret Maddern', [
    mayor,
    1991,
    2003,
  ]),
  person('Nadia Haddad', 'Ms.', [1963, 0], 'Solicitor; granddaughter of Salim Haddad', [mayor, 2003, 2015]),
  person('Daniel Pell', 'Mr.', [1979, 0], 'Boatbuilder; grandson of Walter Pell', [mayor, 2015, 0]),
  person('Jakob Brandt', 'Captain', [1845, 1912], 'Ferryman', [ferry, 1893, 1912]),
  person('Anna Brandt', 'Miss', [1876, 1952], 'Ferrywoman; daughter of Jakob Brandt', [ferry, 1912, 1946]),
  person('Peter Brandt', 'Captain', [1910, 1984], 'Ferryman; nephew of Anna Brandt', [ferry, 1946, 1972]),
  person('Ingrid Brandt', 'Captain', [1951, 0], 'Ferrywoman; the last of her family in the wheelhouse', [
    ferry,
    1972,
    2011,
  ]),
  person('Leonard Sarn', 'Mr.', [1855, 1932], 'Engineer of the first Long Bridge'),
  person('Helen Thewlis', 'Miss', [1933, 2019], 'Engineer of the second Long Bridge', [
    'County engineer of Ternsey',
    1965,
    1985,
  ]),
  person('Martha Oake', 'Mrs.', [1879, 1957], 'Weaver; leader of the strike of 1911', [union, 1911, 1938]),
  person('Joseph Oake', 'Mr.', [1902, 1978], 'Weaver; son of Martha Oake', [union, 1938, 1965]),
  person('Ruth Oake', 'Ms.', [1947, 0], 'Weaver, then museum keeper; granddaughter of Martha Oake', [
    'Keeper of the Tide Mill museum',
    1989,
    2012,
  ]),
  person('Emily Tansley', 'Miss', [1868, 1943], 'Schoolmistress', [head, 1899, 1928]),
  person('Arthur Lisle', 'Mr.', [1892, 1971], 'Schoolmaster', [head, 1928, 1955]),
  person('Joan Merrow', 'Miss', [1918, 2004], 'Schoolmistress', [head, 1955, 1980]),
  person('Colin Farrant', 'Mr.', [1941, 0], 'Schoolmaster', [head, 1980, 2003]),
  person('Amara Nwosu', 'Mrs.', [1968, 0], 'Teacher of chemistry', [head, 2003, 0]),
  person('Will Garth', 'Mr.', [1874, 1950], 'Cooper and footballer', [captain, 1895, 1908]),
  person(
    'Jack Dunmore',
    'Mr.',
    [1899, 1966],
    'Footballer; scorer of both goals in the cup final of 1923',
    [captain, 1919, 1933],
    [manager, 1946, 1958],
  ),
  person('Frank Ebdon', 'Mr.', [1930, 2006], 'Goalkeeper and postman', [captain, 1950, 1964]),
  person('Terry Colwell', 'Mr.', [1952, 0], 'Footballer', [captain, 1972, 1985], [manager, 1990, 2004]),
  person(
    'Kelly Dunmore',
    'Ms.',
    [1978, 0],
    'Footballer; great-granddaughter of Jack Dunmore',
    ['Captain of the women’s team of Ternhythe Rovers', 1997, 2010],
    [manager, 2011, 0],
  ),
  person('Septimus Crale', 'Mr.', [1838, 1911], 'Founder of the Ternhythe Gazette', [gazette, 1893, 1910]),
  person('Hubert Crale', 'Mr.', [1870, 1948], 'Son of Septimus Crale', [gazette, 1910, 1940]),
  person(
    'Muriel Crale',
    'Miss',
    [1902, 1985],
    'Granddaughter of Septimus Crale',
    [gazette, 1940, 1961],
    [merged, 1961, 1967],
  ),
  person('Isaac Lowther', 'Mr.', [1850, 1924], 'Founder of the Ternhythe Mercury', [mercury, 1893, 1924]),
  person('Edith Lowther', 'Miss', [1881, 1964], 'Daughter of Isaac Lowther', [mercury, 1924, 1950]),
  person(
    'Stephen Rudge',
    'Mr.',
    [1915, 1993],
    'Compositor, then journalist',
    [mercury, 1950, 1961],
    [merged, 1967, 1980],
  ),
  person('Jean Abbot', 'Mrs.', [1938, 2020], 'Journalist', [merged, 1980, 2001]),
  person('Imran Sheikh', 'Mr.', [1966, 0], 'Journalist', [merged, 2001, 0]),
  person('Leopold Fink', 'Mr.', [1875, 1949], 'Showman', ['Owner of the Electric Palace', 1912, 1949]),
  person('Rosa Fink', 'Mrs.', [1908, 1996], 'Daughter-in-law of Leopold Fink', [
    'Owner of the Electric Palace',
    1949,
    1966,
  ]),
  person('Marcus Bell', 'Mr.', [1960, 0], 'Electrician; restorer of the Electric Palace', [
    'Chair of the Friends of the Electric Palace',
    1991,
    2010,
  ]),
  person('Elias Gunn', 'Mr.', [1858, 1936], 'Lighthouse keeper', [
    'Keeper of the Gullholm light',
    1890,
    1923,
  ]),
  person('William Carew', 'Dr.', [1865, 1940], 'Physician', ['Medical officer of Ternhythe', 1895, 1932]),
  person('Sheila Carew', 'Dr.', [1920, 2008], 'Physician; granddaughter of William Carew', [
    'Medical officer of Ternhythe',
    1951,
    1985,
  ]),
  person('Amos Birch', 'Inspector', [1862, 1935], 'Policeman', [
    'Inspector of the Ternhythe police',
    1896,
    1924,
  ]),
  person('Ambrose Tull', 'Canon', [1857, 1938], 'Vicar of St. Brannock’s', [
    'Vicar of St. Brannock’s',
    1888,
    1930,
  ]),
  person('Victor Lamb', 'Mr.', [1869, 1939], 'Tramway manager', [
    'Manager of the Ternhythe Tramways',
    1905,
    1934,
  ]),
  {
    ...person('Pavel Orlov', 'Mr.', [1884, 1961], 'Choirmaster; came to Ternsey in 1921'),
    variants: ['Павел Орлов', 'Павла Орлова'],
  },
  {
    ...person('Salim Haddad', 'Mr.', [1888, 1970], 'Ship’s chandler at the Fish Quay'),
    variants: ['سليم حداد'],
  },
  {
    ...person('Lin Meihua', 'Mrs.', [1921, 2009], 'Restaurant keeper in the Ropewalk'),
    variants: ['林美华'],
  },
  person('Émile Dubreuil', 'Mr.', [1859, 1930], 'Wine merchant; vice-consul of France'),
  person('Claire Dubreuil', 'Miss', [1890, 1975], 'Teacher of French; daughter of Émile Dubreuil'),
  person('Friedrich Keller', 'Pastor', [1862, 1941], 'Pastor of the German seamen', [
    'Pastor of the Seamen’s Mission',
    1897,
    1934,
  ]),
];
