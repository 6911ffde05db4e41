/**
 * Given names that the lexicon of compromise does not have, or has as other words: those of heads of state, ministers and
 * athletes of many countries.
 */
export const givenNames: ReadonlySet<string> = new Set(
  `abdou abdoulaye abdulaziz aapo aarne agnieszka akbar alassane alhaji alija amadou aminata andrzej angus anwar aoife arantxa arpad
  arvo asif aslan atal augusto aung barack benazir bertrand bhumibol bill bjørn björn boutros  brahim branko bülent
  chandrika cheikh chinua choummaly christian christophe condoleezza corazon    didier dietmar dilma dimitar dimitri
  dominique dragoslav edvard eduard eino emomali enver erkki evo fernando ferenc fidel françois frank franjo franz fumio gabor
  gamal gareth gennady gérard gerard guy gyorgy gyula habib hafez hailemariam hamid  heinz helmut hermann hervé hidetoshi
  hiroshi horst hosni hugo  ibrahima ichiro ignacio ilham ilie imran indira  isaias  islom istvan iván ivica ivo jan
  janez janos jari jaroslaw jarosław javad jay jean jean-claude jean-jacques jean-luc jean-marie jean-michel jean-paul jean-pierre
  jiri jiří jörg josep josip jozef józef jürgen junichiro jurgen jyrki kaarlo kazimierz kenan kenji kiichi kimi kjell koffi kofi
  kwame lajos laszlo lech leszek levon lionel lothar ludmila luiz maciej mahathir mahmoud mamadou mangosuthu marek marwan massimo
  mauno max megawati mehmet meles mengistu miklos milo milorad miodrag mircea miroslav mobutu morarji mstislav muammar muqtada
  mustafa nawaz necmettin ngozi  nicolae nicolás nikola norodom noriko nursultan olusegun orla osama oscar ousmane pál
  pascal paavo pekka pervez pierre-yves pranab péter radovan radu ramesh ramzan raúl raul ratko recep reinhard rex robin rauf
  rolandas  roman romano roza sadako saddam saparmurat sauli seán sean sebastián sergio seydou shigeru shimon shinzo sigrid
  siniša sirimavo slavko sotiris stipe suleyman süleyman susilo svetlana taavi tabo tadeusz takeshi tansu tarja tariq tayyip
  thabo thaksin theo thierry tiago tiger tihomir tomáš tony toomas turgut uhuru ulf urho uwe vaclav václav valdas valéry veerappa
  vicente vijay viktor vilnis vojislav vytautas waldemar wangari willem wim wladyslaw wojciech yasser yasuo yitzhak yoshiro
  yoweri yukio yulia yves zbigniew zdenek zeljko željko zhelyu zine zinedine zoltan zsolt kenji hiroshi yuki raj rajiv anil sunil
  zia astrid gudrun solveig joschka mats ole`.split(/\s+/),
);
