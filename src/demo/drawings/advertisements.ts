/** Advertisements that fill a front page: a heading and what it says. */
export const advertisements: readonly (readonly [heading: string, text: string])[] = [
  ['PELL & CO.', 'Teas, coffees and all groceries. Salt Market. Established before you were.'],
  ['HARROW’S BLANKETS', 'Thirty winters’ guarantee. From all drapers, and at the mill gate on Fridays.'],
  ['THE BRANDT ARMS', 'Beds aired. Ostler kept. Songs until eleven.'],
  ['WANTED', 'A strong girl, fond of geese. Apply at the ferry-house.'],
  ['LOST', 'Between the quay and the Corn Hall, a tenor’s spectacles.'],
  ['COUGHS?', 'Voss’s Lozenges. One is enough. Two is too many.'],
  ['CORN HALL', 'Whist drive on Wednesday. Ladies bring a plate; it will be filled.'],
  ['BOOTS', 'Soled while you wait, by a man who does not talk. Ropewalk 9.'],
  ['PIANOFORTES', 'Tuned, tempered and removed. Distance no object but the sea.'],
  ['FOR SALE', 'A goat, owing to a difference of opinion.'],
];
