import type { WordLists } from './name-words.ts';

export const german: WordLists = {
  capitalizesNouns: true,
  joinsFields: false,
  functionWords: `ab aber acht alle allein allem allen aller allerdings alles als also am an andere anderen anders anfang
    auch auf aus außerdem außer bei beide beim bereits besonders bis bislang bisher da dabei dadurch dafür dagegen daher
    dahinter damals damit danach daneben dann daran darauf daraus darin darüber darum darunter das dass davon davor dazu
    dein dem den denn dennoch der deren des deshalb dessen deswegen die dies diese diesem diesen dieser dieses doch dort
    drei du durch ebenfalls ebenso ehe ein eine einem einen einer eines einige einigen einst ende er erst erste ersten es
    etwa etwas euch fast fünf für ganz gegen gestern genau gut habe haben hat hatte heute hier hinter hingegen ich ihm ihn
    ihnen ihr ihre ihrem ihren ihrer im immer in indem inzwischen ins insgesamt ist ja je jede jeder jedes jedoch jemand
    jetzt kann kaum kein keine können künftig laut man manche mehr mehrere mein mit mitte möglicherweise nach nachdem
    nämlich neben neue neun nicht nichts nie niemand noch nun nur ob obwohl oder offenbar ohne schließlich schon sechs
    sein seine seinem seinen seiner seit seitdem selbst sich sie sieben sind so sobald sodass sofern sogar sollte sollten
    somit sondern sonst soweit sowie später spätestens statt trotz trotzdem über überall um und uns unser unsere unter
    viel viele vielleicht vier vom von vor vorher während wann war waren warum was weder wegen weil weiter weitere welche
    wenig wenige wenn wer werden wie wieder wir wird wo wobei wurde wurden zehn zu zudem zuerst zuletzt zum zumindest
    zunächst zur zurück zusammen zuvor zwar zwei zwischen zwölf`,
  articles: `der die das den dem des ein eine einen einem einer eines dieser diese dieses diesem diesen jeder jede jedes
    kein keine keinen keinem keiner seine seinen seinem seiner ihre ihren ihrem ihrer im am zum zur beim ins vom unser unsere`,
  titles: `abgeordnete abgeordneter admiral außenminister außenministerin bischof botschafter bundeskanzler bundeskanzlerin
    bundespräsident bürgermeister bürgermeisterin doktor dr finanzminister finanzministerin frau fürst general generalsekretär
    gouverneur graf gräfin hauptmann herr herrn herzog innenminister innenministerin kaiser kaiserin kanzler kanzlerin
    kardinal könig königin ministerpräsident ministerpräsidentin minister ministerin oberbürgermeister oberst papst pastor
    pfarrer präsident präsidentin premierminister premierministerin prinz prinzessin prof professor professorin richter
    sankt senator senatorin staatssekretär verteidigungsminister wirtschaftsminister vorsitzende vorsitzender`,
  roles: `autor autorin bruder chef chefin direktor ehefrau ehemann experte fraktionschef gründer historiker journalist
    kandidat kapitän kollege komponist leiter leiterin maler mutter nachfolger parteichef regisseur regierungschef sänger
    sängerin schauspieler schauspielerin schriftsteller schwester sohn spieler sprecher sprecherin staatschef stürmer
    tochter torwart trainer vater verteidiger vorgänger vizepräsident witwe`,
  personEndings: 'jun sen jr ii iii',
  particles: 'von van vom zu zur der den de di da del ben bin ibn al el',
  connectors: 'für der des und am an im',
  conjunctions: 'und &',
  organizationWords: `kreuz gewerkschaftsbund landgericht amtsgericht handelskammer ag agentur akademie amt armee bank behörde bund bundesamt bundesbank bundesgerichtshof bundesliga
    bundesrat bundestag bundeswehr bündnis club deutsche eg ev fc fraktion front gericht gesellschaft gewerkschaft gmbh
    gruppe hochschule hof institut kammer kg kirche klub kommission konzern landtag liga ministerium nationalrat orchester
    organisation parlament partei polizei post rat reederei senat sport staatsanwaltschaft stiftung sv tsv universität
    union verband verein versicherung vfb vfl werke zeitung zentralbank`,
  placeWords: `allee bahnhof berg bezirk brücke bucht burg dom flughafen gebirge golf hafen halbinsel insel inseln kanal kap
    kreis küste landkreis meer ozean platz provinz region republik schloss see straße tal viertel wald wüste`,
  otherWords: `abkommen gesetz jahr krieg meisterschaft pokal preis spiele vertrag weltkrieg woche wm em oscar ostern
    weihnachten cup tour revolution olympia`,
  genericWords: `bank bund bundeskanzler bundespräsident bundestag norden osten süden westen regierung parlament
    partei präsident kanzler minister herr frau herren polizei gericht stadt land länder jahr jahre euro mark prozent
    millionen milliarden montag dienstag mittwoch donnerstag freitag samstag sonntag uhr internet`,
  placePrepositions: 'in aus nach bei nahe um über gegen zwischen richtung von',
  speechVerbs:
    'sagte sagt erklärte erklärt teilte betonte kündigte forderte meinte warnte berichtete nannte sprach schrieb hat ist war habe sei',
  organizationContext:
    'reederei bank behörde gewerkschaft firmengruppe verlag konzern firma unternehmen zeitung agentur partei verein klub hersteller bank tochter sender nachrichtenagentur',
  placeContext:
    'stadt hauptstadt provinz region bundesland kreis dorf insel ort gemeinde hafenstadt republik bürgermeister',
  contestWords:
    'spiel sieg niederlage tor tore saison trainer punkte gewann verlor liga mannschaft bundesliga',
  demonyms: `amerikaner amerikanische araber brite briten chinese chinesen christ christen deutsche deutschen deutscher
    engländer europäer franzose franzosen grieche griechen iraker iraner israeli israelis italiener japaner juden jude
    kurden moslem moslems muslim muslime österreicher palästinenser pole polen russe russen schweizer serben spanier
    syrer tschetschenen türke türken ukrainer ungarn us-amerikaner`,
  organizations:
    'grüne grünen linke dpa reuters uno eu nato iwf spd cdu csu fdp ddp adac bnd bka ard zdf orf',
  directions: 'nord süd ost west neu ober unter groß klein bad sankt',
};
