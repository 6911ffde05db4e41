/** Bodies that have a record: name, description, other names. */
export const organizations: readonly (readonly [name: string, description: string, ...variants: string[]])[] =
  [
    ['Ternhythe Town Council', 'The council of the town'],
    ['Harrow and Sons', 'Woollen manufacturers, 1871–1971'],
    ['Wend Ferry Company', 'The owner of the ferries to Northbank and Hallick'],
    ['Ternhythe Tramways', 'The tramway undertaking of the town, 1905–1951'],
    ['Weavers’ Union of Ternsey', 'The trade union of the mill hands, 1903–1971', 'Weavers’ Union'],
    ['Ternhythe School', 'A school founded in 1899'],
    ['Ternsey Hospital', 'The hospital of the island'],
    ['Ternhythe Rovers', 'A football club founded in 1895', 'the Rovers'],
    ['Hallick Athletic', 'A football club'],
    ['Skerrow Town', 'A football club'],
    ['Oxney United', 'A football club'],
    ['Marlcombe Wanderers', 'A football club'],
    ['Seamen’s Mission', 'A house for sailors at the Fish Quay'],
    ['Ternsey Horticultural Society', 'The society that holds the flower show'],
    ['Ternhythe Choral Society', 'A choir, founded in 1897'],
    ['Ternsey Lifeboat', 'The lifeboat station of the island'],
    ['Friends of the Electric Palace', 'The society that restored the cinema'],
  ];

/** Clubs that the Rovers play against. */
export const opponents = ['Hallick Athletic', 'Skerrow Town', 'Oxney United', 'Marlcombe Wanderers'] as const;
