import { tell } from './tell.ts';

const translated = 'Printed for readers of the language in the town; the English pages had no translation.';

/** Texts in the languages of those who came: French, German, Russian, Arabic and Chinese. */
export const newcomerStories = [
  tell(
    '1902-07-18',
    'mercury',
    'La fête du 14 juillet à Ternhythe',
    ['newcomers', 'culture'],
    `
La petite colonie française de Ternsey a célébré lundi sa fête nationale dans les jardins du vice-consulat. @emile-dubreuil, qui recevait, avait fait venir de Bordeaux trois caisses de vin et un accordéoniste ; l’accordéoniste est arrivé le premier.

Le maire, @josiah-pell, a bien voulu lever son verre à la République. Il l’a fait en français, et presque toute l’assistance l’a compris.

À dix heures, un feu d’artifice tiré depuis une barque a effrayé les oies de Northbank. Une quête au profit des pêcheurs naufragés a rapporté onze livres.`,
    {
      language: 'fr',
      section: 'Page française',
      summary: 'The French of Ternhythe keep their national day.',
    },
  ),
  tell(
    '1906-03-16',
    'mercury',
    'Un mot sur le prix du vin',
    ['newcomers', 'economy'],
    `
On nous demande pourquoi la bouteille coûte deux pence de plus qu’à Noël. @emile-dubreuil, négociant au Salt Market, répond avec sa franchise habituelle : « Parce que la gelée a mangé la moitié de la vendange, et que je ne puis pas vendre la gelée. »

Il ajoute que le pont, depuis qu’il existe, a fait baisser le prix du transport plus que n’importe quel traité, et qu’il paie son péage sans murmurer.`,
    { language: 'fr', section: 'Page française' },
  ),
  tell(
    '1919-07-18',
    'mercury',
    'Claire Dubreuil revient',
    ['newcomers', 'education'],
    `
Après quatre années passées dans les ambulances, @claire-dubreuil est rentrée samedi par le vapeur du soir. Son père l’attendait au Fish Quay depuis midi, avec un parapluie, sous un ciel sans nuage.

Elle enseignera le français à la Ternhythe School dès la rentrée. « J’ai appris là-bas à parler fort et à ne pas attendre le silence, » dit-elle. « Cela servira. »`,
    { language: 'fr', section: 'Page française' },
  ),
  tell(
    '1955-07-15',
    'mercury',
    'Mademoiselle prend sa retraite',
    ['newcomers', 'education'],
    `
Trente-six ans, trente-six fois le même poème, et jamais, assure-t-elle, la même faute. @claire-dubreuil a donné mercredi sa dernière leçon à la Ternhythe School.

Les élèves lui ont offert un atlas. Elle l’a ouvert, a cherché l’île, et ne l’a pas trouvée. « C’est un bon atlas, » a-t-elle dit ; « il laisse quelque chose à découvrir. »

L’année prochaine, le français sera enseigné par un jeune homme qui a passé, dit-on, une semaine entière à Dieppe.`,
    {
      language: 'fr',
      section: 'Page française',
      pictures: [
        {
          scene: 'portrait',
          alt: 'Une femme de profil.',
          caption: 'Claire Dubreuil, après sa dernière leçon.',
        },
      ],
    },
  ),
  tell(
    '1897-10-23',
    'gazette',
    'Das neue Seemannsheim',
    ['newcomers', 'shipping'],
    `
Am Sonntag wurde am Hafen das Heim für fremde Seeleute eröffnet. @friedrich-keller, der aus Bremen zu uns gekommen ist, sprach über das Gleichnis vom Sturm, während draußen ein solcher das Dach des Nachbarhauses abdeckte.

Das Haus hat sechzehn Betten, einen Lesesaal mit Zeitungen in fünf Sprachen und einen Ofen, der bereits mehr Zuspruch findet als die Zeitungen. Geistige Getränke sind untersagt. Kapitän Brandt, dessen Großvater aus Husum stammte, stiftete eine Uhr, die er selbst aufzieht.`,
    { language: 'de', section: 'Für deutsche Leser', summary: 'The Seamen’s Mission opens at the harbour.' },
  ),
  tell(
    '1896-01-04',
    'gazette',
    'Dank der Mannschaft der „Margarethe“',
    ['newcomers', 'shipping'],
    `
Wir, die elf Mann der gestrandeten Bark, verlassen heute die Insel und sagen Dank: @elias-gunn, der uns vom Felsen holte; den Frauen von Skerrow, die das Boot zu Wasser brachten; und der Witwe in Ropewalk, die unsere Strümpfe gestopft hat, ohne zu fragen, wem sie gehörten.

Die Schiffskatze bleibt auf eigenen Wunsch in Ternhythe.`,
    { language: 'de', section: 'Für deutsche Leser' },
  ),
  tell(
    '1908-12-19',
    'gazette',
    'Weihnachten fern der Heimat',
    ['newcomers', 'music'],
    `
Zweiundvierzig Seeleute von sieben Schiffen werden das Fest in Ternhythe verbringen. @friedrich-keller bittet um Kuchen, Tabak und Stühle, in dieser Reihenfolge.

Am Heiligen Abend um sechs Uhr wird im Salt Market gesungen. Wer kein Deutsch versteht, möge trotzdem kommen: Bei der zweiten Strophe, so die Erfahrung der letzten Jahre, versteht es niemand mehr, und alle singen mit.`,
    { language: 'de', section: 'Für deutsche Leser' },
  ),
  tell(
    '1934-06-30',
    'gazette',
    'Abschied von Pastor Keller',
    ['newcomers'],
    `
Nach siebenunddreißig Jahren legt @friedrich-keller sein Amt nieder. In die alte Heimat kehrt er nicht zurück. „Man hat mir geschrieben, dort sei jetzt alles in Ordnung“, sagte er am Sonntag. „Der Brief war schon geöffnet, als er ankam.“

Er behält sein Zimmer im Seemannsheim, die Aufsicht über den Ofen und den Schlüssel zum Lesesaal.`,
    { language: 'de', section: 'Für deutsche Leser' },
  ),
  tell(
    '1924-01-11',
    'mercury',
    'Рождественский концерт',
    ['newcomers', 'music'],
    `
В понедельник в зале Механического института пел хор русских жителей острова. Управлял хором Павел Орлов, который приехал на остров три года назад с одним чемоданом и камертоном.

Пели колядки и «Вечерний звон». Зал был полон; многие из слушателей не понимали слов, но никто не кашлял.

После концерта Павел Орлов сказал, что басов у него теперь достаточно, а вот тенора всё ещё приходится искать на пристани.`,
    {
      language: 'ru',
      section: 'For our Russian readers',
      summary: 'The Russian choir gives a concert at Christmas.',
      rights: translated,
    },
  ),
  tell(
    '1946-05-03',
    'mercury',
    'Двадцать пять лет на острове',
    ['newcomers', 'music'],
    `
Двадцать пять лет назад, весной, с парохода сошли девять человек. На прошлой неделе их дети и внуки собрались за одним столом, и стол пришлось продолжить скамейками.

За здоровье Павла Орлова пили чай. Он ответил, что главное достоинство чая в том, что после него ещё можно петь, и взял камертон.`,
    { language: 'ru', section: 'For our Russian readers' },
  ),
  tell(
    '1931-09-18',
    'mercury',
    'إعلان إلى البحّارة',
    ['newcomers', 'shipping'],
    `
يعلن سليم حداد، صاحب محل لوازم السفن على رصيف الميناء، أن المحل سيبقى مفتوحًا كل ليلة حتى وصول آخر سفينة.

في المحل حبال وشاي وطوابع بريد، ومن لا يجد من يكتب له رسالة إلى أهله فليدخل ويجلس، فالحبر مجاني.`,
    {
      language: 'ar',
      section: 'Notices to seamen',
      summary: 'Salim Haddad keeps his shop open until the last ship is in.',
      rights: translated,
    },
  ),
  tell(
    '1970-11-05',
    'merged',
    'وداعًا لصاحب الحبر المجاني',
    ['newcomers', 'obituaries'],
    `
توفي يوم الأحد سليم حداد عن اثنين وثمانين عامًا. كتب خلال أربعين عامًا مئات الرسائل لبحّارة لا يعرفون الكتابة، ولم ينشر سرًّا واحدًا منها.

ستبقى المحبرة في نافذة المحل كما كانت.`,
    { language: 'ar', section: 'Notices to seamen', rights: translated },
  ),
  tell(
    '1963-01-24',
    'merged',
    '林美华的第一个春节',
    ['newcomers', 'culture'],
    `
星期五是农历新年。林美华的饭馆去年秋天在码头后面的街上开张，当晚请了整条街的邻居来吃饺子。

来了四十三个人，只有二十双筷子。林美华说：“没关系，饺子不认得叉子，也不怕叉子。”

饭后，孩子们在街上放了鞭炮。警察来了，吃了一盘饺子，又走了。`,
    {
      language: 'zh-Hans',
      section: 'From the Ropewalk',
      byline: ['林美华'],
      summary: 'Lin Meihua invites the street to the first New Year of her restaurant.',
      rights: translated,
    },
  ),
  tell(
    '2009-04-16',
    'merged',
    '纪念林美华',
    ['newcomers', 'obituaries'],
    `
林美华上星期三去世，享年八十八岁。她在镇上开了三十八年饭馆，教会了两代人用筷子。

饭馆的门口现在放着一双筷子和一把叉子。`,
    { language: 'zh-Hans', section: 'From the Ropewalk' },
  ),
  tell(
    '1962-10-11',
    'merged',
    'Chopsticks in the Ropewalk',
    ['newcomers', 'culture'],
    `
The Ropewalk smelt of ginger on Friday, and people who had come out to buy cod stood still on the pavement.

@lin-meihua, whose husband cooked on the Hallick boat, has opened the first Chinese restaurant on Ternsey in what used to be a chandler’s store. There are nine tables. The landlord is @salim-haddad, who came here himself with nothing in 1912, and who waived the first quarter’s rent in exchange for being taught to use the chopsticks. He is not yet able to pay, he says, in either sense.`,
    {
      pictures: [
        { scene: 'street', alt: 'A narrow street with lanterns.', caption: 'The Ropewalk on Friday night.' },
      ],
    },
  ),
  tell(
    '1921-05-20',
    'mercury',
    'Nine strangers from the steamer',
    ['newcomers'],
    `
Nine Russians were put ashore at the Fish Quay on Tuesday evening from a steamer that had expected to leave them somewhere else.

They have no papers that anyone can read. They have a samovar, a child of three, and one of them, @pavel-orlov, has a tuning-fork, which he struck upon the counter of the Seamen’s Mission by way of introduction. @friedrich-keller has given them the reading-room. They sang in it until late. Nobody complained; on the contrary, the window was asked to be opened.`,
  ),
];
