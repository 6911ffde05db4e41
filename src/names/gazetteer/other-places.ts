/** Other names of countries, by ISO 3166-1 code, as newspapers of several decades have them. */
export const countryNames: Readonly<Record<string, string>> = {
  AE: 'UAE|U.A.E.|Emirates',
  BA: 'Bosnia|Bosnia-Herzegovina|Bosnia and Herzegovina',
  BY: 'Belarus|Byelorussia|Belorussia',
  CD: 'Zaire|Democratic Republic of the Congo|Democratic Republic of Congo|DR Congo|Congo',
  CF: 'Central African Republic',
  CG: 'Republic of the Congo|Congo|Congo-Brazzaville',
  CI: 'Ivory Coast|Cote d’Ivoire|Côte d’Ivoire',
  CN: 'People’s Republic of China|PRC|Communist China|Mainland China',
  CV: 'Cape Verde',
  CZ: 'Czech Republic|Czechia',
  DE: 'West Germany|Federal Republic of Germany|East Germany|BRD|DDR|GDR',
  FM: 'Micronesia',
  GB: 'UK|U.K.|Britain|Great Britain|United Kingdom',
  GM: 'Gambia|The Gambia',
  HK: 'Hong Kong',
  IR: 'Persia|Islamic Republic of Iran',
  KP: 'North Korea|DPRK|Democratic People’s Republic of Korea',
  KR: 'South Korea|Republic of Korea',
  LA: 'Laos',
  LK: 'Sri Lanka|Ceylon',
  MK: 'Macedonia|North Macedonia|FYROM',
  MM: 'Burma|Myanmar',
  MO: 'Macau|Macao',
  NL: 'Netherlands|The Netherlands|Holland',
  PS: 'Palestine|Palestinian Territories|Occupied Territories',
  RU: 'Russian Federation|Russia',
  SR: 'Surinam|Suriname',
  SY: 'Syria|Syrian Arab Republic',
  SZ: 'Swaziland|Eswatini',
  TL: 'East Timor|Timor-Leste',
  TR: 'Turkey|Türkiye',
  TW: 'Taiwan|Republic of China|Formosa',
  TZ: 'Tanzania|Tanganyika',
  US: 'U.S.|US|U.S.A.|USA|United States|United States of America|America|U.S',
  VA: 'Vatican|Vatican City|Holy See',
  WS: 'Western Samoa',
  ZW: 'Zimbabwe|Rhodesia',
};

/** Countries that are no more, continents, and regions that are no unit of a country, without a GeoNames address here. */
export const regionNames =
  `Abkhazia|Adriatic|Adriatic Sea|Aegean|Aegean Sea|Africa|Alps|Amazon|Americas|Andes|Antarctic|
  Antarctica|Appalachia|Arabian Peninsula|Arabian Sea|Arctic|Arctic Ocean|Asia|Atlantic|Atlantic Ocean|Asia-Pacific|Australasia|Balkans|
  Baltic|Baltic Sea|Baltics|Baltic States|Bay of Bengal|Benelux|Bering Sea|Black Forest|Black Sea|Cabinda|Camp David|
  Capitol Hill|Caribbean|Caribbean Sea|Caspian Sea|Caucasus|Central America|Central Asia|Central Europe|Chechen Republic|
  Congo River|Corsica|Crete|Crimea|Czechoslovakia|Danube|Danube River|Dead Sea|Diego Garcia|Downing Street|Donbas|Donbass|East Africa|East Asia|East Bank|
  East China Sea|East Coast|East Jerusalem|East Prussia|Eastern Europe|English Channel|Eurasia|Europe|Far East|
  Flanders|Galapagos|Galapagos Islands|Gaza|Gaza Strip|Golan|Golan Heights|Great Barrier Reef|Great Lakes|Gulf|Gulf Coast|
  Gulf of Aden|Gulf of Mexico|Himalayas|Horn of Africa|Hollywood|Iberia|Indian Ocean|Indochina|Irish Sea|
  Irian Jaya|Jordan Valley|Jutland|Kashmir|Katanga|Korea|Kosovo|Kurdistan|Kurile Islands|Kuril Islands|Lake Victoria|Lake Tanganyika|Lapland|Latin America|
  Levant|Loch Ness|Macedonia|Maghreb|Manchuria|Manhattan|Mediterranean|Mediterranean Sea|Mekong|Mesopotamia|Middle East|Middle West|Midwest|
  Mindanao|Mongolia|Nagorno-Karabakh|Near East|New England|Nile|North Africa|North America|North Atlantic|North Pole|North Sea|
  Northern Europe|Northern Ireland|Oceania|Ogaden|Okinawa|Ossetia|Pacific|Pacific Ocean|Patagonia|Persian Gulf|Polynesia|
  Pyrenees|Red Sea|Rhine|Rhineland|Rocky Mountains|Ruhr|Sahara|Sahel|Sardinia|Scandinavia|Serbia and Montenegro|Siberia|Sicily|Silesia|
  Silicon Valley|Sinai|South America|South Asia|South China Sea|South Ossetia|South Pacific|South Pole|Southeast Asia|Southern Africa|Soviet Union|
  Spratly Islands|Sudetenland|Sumatra|Tibet|Transylvania|Transdniestria|USSR|U.S.S.R.|Union of Soviet Socialist Republics|Ulster|Ural|Urals|Volga|
  Wall Street|West Africa|West Bank|West Coast|Western Europe|Western Sahara|White House|Yangtze|Yugoslavia|
  Europa|Afrika|Asien|Südamerika|Nordamerika|Lateinamerika|Naher Osten|Nahen Osten|Sowjetunion|UdSSR|Jugoslawien|Mittelmeer|Nordsee|Ostsee|
  Afrique|Asie|Amérique|Amérique latine|Amérique du Sud|Amérique du Nord|Proche-Orient|Moyen-Orient|Union soviétique|URSS|Yougoslavie|Méditerranée|Cisjordanie|bande de Gaza|
  América|América Latina|América del Sur|Oriente Próximo|Oriente Medio|Medio Oriente|Unión Soviética|Mediterráneo|Cisjordania|Franja de Gaza`
    .split('|')
    .map((name) => name.trim());
