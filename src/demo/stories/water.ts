import { tell } from './tell.ts';

/** Floods, wrecks and the light on Gullholm. */
export const waterStories = [
  tell(
    '1927-11-11',
    'mercury',
    'The night of the flood',
    ['floods', 'weather'],
    `
The rain began on Sunday. By Tuesday at dusk the River Wend was over the Fish Quay, by midnight it was in the Ropewalk, and at four in the morning the town heard the bridge go.

Six hundred people left their houses. Most went up Castle Hill to the school, where @emily-tansley had fires lit in every room and put the children of four streets to bed by size. “She had a list,” said one mother. “I believe she had it ready since 1899.”

Two lives are known to be lost: ~f, aged 81, of Ropewalk, who would not leave her bed, and her son, who would not leave her.

The mayor, @alice-pell, was on the quay all night in a man’s oilskin. She was asked at daybreak what was most needed. She said: tea, boats, and no speeches.`,
    {
      subtitle: 'Six hundred homeless; two dead',
      pictures: [
        {
          scene: 'flood',
          alt: 'Rowing boats between houses; water stands to the window sills.',
          caption: 'Ropewalk on Wednesday, from an upper window.',
        },
      ],
      hasSourceText: true,
    },
  ),
  tell(
    '1953-02-06',
    'mercury',
    'Sea over the wall at Skerrow',
    ['floods', 'weather'],
    `
The sea came over the wall at Skerrow on Saturday night at the height of the spring tide, and took nine boats, thirty-one houses and the chapel harmonium, which was found on Sunday a mile inland and in tune.

That nobody drowned is due to ~m, a boy of fourteen, who saw the water shining where the road should have been, and ran from door to door. He left his own house to the last, since his people, he said, “always wake up anyhow.”

At Ternhythe the Fish Quay was under four feet of water. The mayor, @margaret-maddern, has opened a fund. Blankets were sent by the mill before anyone had asked, two hundred of them, with a note from @philip-harrow to say that they were seconds, which they were not.`,
    {
      pictures: [
        {
          scene: 'flood',
          alt: 'Houses stand in water under a dark sky.',
          caption: 'The lower street at Skerrow on Sunday morning.',
        },
      ],
    },
  ),
  tell(
    '1953-02-28',
    'gazette',
    'What the water left',
    ['floods'],
    `
In the Corn Hall they are drying photographs. They hang on lines from wall to wall, some eleven hundred of them, brides and babies and a great many dogs, and people walk about beneath with their heads back, looking for themselves.

The idea was @muriel-crale’s, of this newspaper, and it is the only thing that we have ever asked our readers to come and take away. About four hundred pictures have been claimed. One was claimed by two families, who discovered in this manner that they were related.`,
  ),
  tell(
    '2013-12-12',
    'merged',
    'Four centimetres',
    ['floods', 'weather'],
    `
The sea stopped four centimetres below the top of the new wall at the Fish Quay, at 10.52 on Thursday night, stayed there for what those present describe as a year, and went down again.

Had it not, some 340 homes would have been under water. They had been emptied by six o’clock, by volunteers who knocked at every door, with a list that the emergency planners call Plan E. The E stands for Emily: it follows, street by street, the list drawn up by @emily-tansley for the flood of 1927.

“We tried to do better with a computer,” said the mayor, @nadia-haddad. “The computer put Ropewalk last.”

@amara-nwosu had 412 people in the school overnight. She put them to bed by size.`,
    {
      byline: ['Ross Ackroyd', 'Priya Venning'],
      pictures: [
        {
          scene: 'flood-wall',
          alt: 'People with torches stand behind a sea wall at night; waves break against it.',
          caption: 'The sea wall at the Fish Quay, shortly before eleven.',
          credit: 'Photo: Olive Jupp',
        },
      ],
    },
  ),
  tell(
    '1895-12-27',
    'mercury',
    'Wreck of the barque Margarethe',
    ['shipping'],
    `
The German barque *Margarethe*, with timber, struck on the north side of Gullholm on Christmas Eve in thick snow. All eleven hands were saved, and so was the ship’s cat.

They owe it to @elias-gunn, keeper of the light, who went down the rock on a rope with a lantern in his teeth, and to the Ternsey Lifeboat, which was launched at Skerrow by the women, the men being in church.

The crew are lodged at the Seamen’s Mission. On Christmas Day they sang in their own tongue in the Salt Market, bareheaded in the snow, and there were few who went home until they had done.`,
    { hasSourceText: true },
  ),
  tell(
    '1923-06-23',
    'gazette',
    'Thirty-three years on a rock',
    ['shipping', 'local-history'],
    `
@elias-gunn came ashore from Gullholm on Monday with a sea-chest, a concertina and a hen, and will not be going back.

He has kept the light since 1890, and in that time it has been out for eleven minutes, on the night of the old Queen’s death, when a bird broke the glass. He is often asked if he was lonely. “There was the light,” he says, “and there was whoever was looking at it.”

He has taken a cottage at Marlcombe, as far as one can get on Ternsey from the sea. He complains that it is noisy.`,
    {
      pictures: [
        {
          scene: 'lighthouse',
          alt: 'A lighthouse on a rock, with gulls.',
          caption: 'Gullholm, where Elias Gunn kept the light.',
        },
      ],
    },
  ),
  tell(
    '1984-10-04',
    'merged',
    'Nobody at home on Gullholm',
    ['shipping'],
    `
The last three keepers left Gullholm on Monday by helicopter, and since Monday the light has looked after itself.

It is switched on by a cell that notices the dusk, and supervised by a telephone line. The fog signal is worked by a device that measures the fog. “It cannot tell fog from gulls,” said ~m, one of the keepers, “but then I had a colleague like that.”`,
    { byline: ['Tom Widger'], attachment: 'foghorn' },
  ),
  tell(
    '1941',
    'gazette',
    'Fog signal heard again',
    ['shipping'],
    `
Residents of the Fish Quay and Ropewalk who have telephoned about the noise are informed that it is the fog signal at Gullholm, that it has been permitted to sound for two nights only, and that they are not to speak of it.`,
  ),
  tell(
    '1918-11',
    'mercury',
    'The bells',
    ['local-history'],
    `
They rang at eleven, and did not stop until the ringers could no longer lift their arms; and then the boys went up, and rang them badly, and that was better still.

In the Salt Market people stood about as if waiting to be told what to do. @thomas-maddern, the mayor, came out on the steps with a paper in his hand. He looked at it, and put it away. “Well,” he said, “it’s done.” His own two sons are among the eighty-four.

Then @ambrose-tull began a hymn, rather low, and after the first line everybody had found the note.`,
  ),
];
