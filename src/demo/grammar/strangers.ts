// Names of people without a record. None of their family names is that of somebody with one.

const oldMen = ['Albert', 'Ezra', 'Herbert', 'Samuel', 'George', 'Nathaniel', 'Fred', 'Reuben', 'Percy', 'Silas', 'Ernest', 'Caleb', 'Harold', 'Jabez', 'Sidney', 'Luke'];
const oldWomen = ['Mabel', 'Hannah', 'Florence', 'Kezia', 'Ethel', 'Lavinia', 'Winifred', 'Selina', 'Beatrice', 'Agnes', 'Hilda', 'Phoebe', 'Nellie', 'Maud'];
const newMen = ['Keith', 'Gareth', 'Tom', 'Ashok', 'Neil', 'Callum', 'Barry', 'Luca', 'Kevin', 'Jamie', 'Patrick', 'Dev', 'Simon', 'Ross'];
const newWomen = ['Janet', 'Priya', 'Lorraine', 'Zoe', 'Carol', 'Megan', 'Yasmin', 'Tracey', 'Hazel', 'Erin', 'Wendy', 'Olive', 'Sandra', 'Beth'];
const families = [
  ...['Ashdown', 'Bickley', 'Cobbold', 'Dacre', 'Elphick', 'Fenner', 'Gosling', 'Hurrell', 'Ibbott', 'Jessop', 'Kitto', 'Larkham'],
  ...['Mudge', 'Nance', 'Orchard', 'Penrose', 'Quested', 'Rudd', 'Sallow', 'Trigg', 'Unwin', 'Varley', 'Widger', 'Yelland'],
  ...['Ackroyd', 'Bantock', 'Corney', 'Dimmock', 'Everard', 'Fulcher', 'Grigson', 'Hobday', 'Inskip', 'Jupp', 'Kemble', 'Loveday'],
  ...['Mothersole', 'Nutley', 'Oddie', 'Pinnock', 'Radmore', 'Stannard', 'Tapper', 'Uren', 'Venning', 'Wickens', 'Yeo', 'Zeal'],
];

/** The names that a man or a woman of a time may have. */
export function strangerNames(sex: 'm' | 'f', year: number): { given: readonly string[]; family: readonly string[] } {
  const isOld = year < 1960;
  const given = sex === 'm' ? (isOld ? oldMen : newMen) : isOld ? oldWomen : newWomen;
  return { given, family: families };
}
