/**
 * Given names that the lexicon of compromise does not have, or has as other words: those of heads of state, ministers and
 * athletes of many countries, and the usual ones of French, German and Spanish.
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
  zia astrid gudrun solveig joschka mats ole
  adrien agathe agnès alain albane alexandre amélie anaïs anatole antoine apolline armand arnaud aurélie aurélien axelle bastien
  baptiste béatrice benoît bérénice bertrand brigitte camille capucine cécile céline chantal chloé claire clément colette coralie
  corentin cyril damien danièle delphine denise edmond édouard élise élodie émile émilie emmanuel emmanuelle étienne eugénie
  fabien fabrice fanny ferdinand florence florent françoise frédéric frédérique gaël gaëlle gaston geneviève geoffroy georges
  gervaise ghislaine gilles ginette grégoire guillaume hélène hervé hippolyte honoré huguette inès isabelle jacques jacqueline
  jérôme jocelyne joëlle joël judith julien juliette laure laurent léa léon léonie lionel loïc louise luc lucie lucien ludovic
  maëlle marcel marceline margaux margot marguerite marine martine mathieu mathilde maxime mélanie michèle mireille monique
  morgane nadège nadia nathalie nicolas nicole noémie odette odile olivier pascale patrice paulette philippe pierre quentin
  rémi rémy renaud renée roland romain rose sandrine sébastien séverine simone solange sophie stéphane stéphanie sylvain sylvie
  thérèse thibault tristan valentin valérie véronique vincent violette virginie xavier yann yannick yvette yvonne zoé
  achim alois andrea andreas anja anke annegret annette ansgar anselm armin arno artur beate benedikt bernd bernhard bettina birgit
  björn brigitte burkhard carsten christa christian christiane christoph claudia claus cornelia dagmar detlef dieter dietrich
  dirk dörte eberhard eckhard edeltraud egon elfriede elke ellen erhard erich erika ernst eva ewald felix florian franziska
  frauke friedrich fritz gabriele georg gerd gerda gerhard gertrud gisela gottfried günter günther gustav hannelore hans harald
  hartmut hedwig heide heike heiko heiner heinrich helga helmuth henning heribert hildegard holger horst hubert inge ingeborg ingo
  ingrid irmgard jens jochen johann johanna johannes jörn jutta kai karin karl katja katrin kathrin kerstin klaus konrad kurt
  lars lena lieselotte liselotte ludwig lutz manfred manuela margarete margarethe margit markus marlene marlies martin matthias
  mechthild meike michael monika nadine nils norbert olaf oliver otto peter petra rainer ralf regina reiner renate roland rolf
  rosemarie rüdiger rudolf rupert sabine sebastian siegfried sieglinde sigmar silke simone sonja stefan steffen susanne sven
  thomas thorsten tilman timo torsten traute udo ulrich ulrike ursula ute veit volker volkmar walter waltraud werner wilfried
  wilhelm willi winfried wolf wolfgang
  adela adolfo adrián agustín alba alberto alejandra alejandro alfonso alfredo alicia álvaro amalia amparo ana andrés ángel
  ángela ángeles antonia antonio aurelio aurora beatriz belén benito bernardo blanca carla carlos carlota carmen carolina
  catalina cecilia césar clara concepción consuelo cristina cristóbal daniela darío diego dolores domingo eduardo elena elías
  elisa eloísa elvira emilia emilio encarnación enrique ernesto esperanza esteban estela eugenia eugenio eusebio eva
  ezequiel fabián federico felipe fermín francisca francisco gabriela gerardo gloria gonzalo graciela gregorio guadalupe
  guillermo gustavo hernán hilario ignacio iker inés irene isabel isidro ismael iván jacinto jaime javier jerónimo jesús joaquín
  jorge josé josefa josefina juan juana julián julio laura leandro leonor leticia lorena lorenzo lourdes lucía luis luisa
  macarena magdalena manuel manuela marcelo marcos margarita maría mariana mariano marina mario marisol marta martín mateo matilde
  mauricio mercedes miguel mónica montserrat natalia nicolás nieves noelia nuria octavio olga óscar pablo paloma pascual patricia
  patricio paula pedro pilar rafael ramiro ramón raquel rebeca ricardo roberto rocío rodolfo rodrigo rogelio román rosa rosario
  rubén salvador santiago sara saúl sergio silvia simón sofía soledad susana teodoro teresa tomás trinidad valentín valeria
  vicente víctor victoria virginia ximena yolanda zacarías`.split(/\s+/),
);
