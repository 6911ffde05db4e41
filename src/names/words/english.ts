import type { WordLists } from './name-words.ts';

export const english: WordLists = {
  capitalizesNouns: false,
  joinsFields: false,
  functionWords: `a about above according across after afterwards again against ago ahead all almost along already also
    although altogether always am amid among an analysts and another any anyone anything apart are around as aside asked
    at away back based be because been before behind being below beside besides best better between beyond both but by
    can cannot certainly clearly could despite did do does don done down during each earlier early eight either eleven
    else elsewhere enough especially even eventually ever every everybody everyone everything except far few fewer fifth
    fifty finally first five following for former forty four fourth from further furthermore generally given had half
    has have having he hence her here hers herself him himself his how however hundred hundreds i if in including
    indeed initially inside instead into is it its itself just last late lately later latest least less let like
    likewise little long low many may maybe me meanwhile midway million millions mine moreover more most mostly much
    must my myself near nearby nearly neither never nevertheless new next nine no nobody none nonetheless nor normally
    not nothing now nowhere obviously of off officially often oh ok okay on once one ones only onto opposite or
    originally other others otherwise ought our ours ourselves out outside over overall own part past perhaps plus
    please police possibly previously prior probably quite rather recent recently right said same say saying says
    second see seven several shall she should since six sixth small so some somebody someone something sometimes
    somewhat soon sources starting still subsequently such ten than thank thanks that the their theirs them themselves
    then there thereafter therefore these they third thirty this those though thought thousand thousands three through
    throughout thus to today together tomorrow tonight too top toward towards traders trading twelve twenty twice two
    under underneath unfortunately unless unlike until up upon us usually very via was we well were what whatever when
    whenever where whereas wherever whether which whichever while who whoever whole whom whose why will with within
    without would year years yes yesterday yet you young your yours yourself`,
  articles: 'the a an this that these those its their his her our',
  titles: `class abbot admiral ambassador archbishop archduke ayatollah baron baroness bishop brig brigadier brother cadet capt
    captain cardinal chairman chairwoman chairperson chancellor chief cmdr col colonel commandant commander commissioner
    comrade congressman congresswoman constable corporal councillor councilman count countess cpl crown dame deacon
    deputy assistant detective director doctor dr duchess duke emir emperor empress father field first foreign former
    frau fr gen general gov governor guru herr hon imam inspector interior judge justice king lady lieutenant lord lt
    madame maj major marshal master mayor messrs minister miss mister mlle mme monsieur monsignor mr mrs ms
    mullah pastor pope premier president prime prince princess private prof professor queen rabbi
    rear-admiral rep rev reverend saint sen senator señor sergeant sgt sheikh sheik sheriff sir sister sultan
    superintendent treasurer tsar undersecretary vice vice-president vice-chairman viceroy viscount
    secretary speaker spokesman spokeswoman attorney-general secretary-general ex-president coach manager officer`,
  roles: `actor actress activist adviser advisor aide analyst architect artist astronaut attorney aunt author banker
    batsman biographer boss boxer boy boyfriend broker brother businessman businesswoman campaigner candidate captain
    centre-back champion chairman chairwoman chief cleric climber coach colleague columnist commander commentator
    compatriot composer conductor consultant co-founder correspondent counterpart critic cousin cyclist dancer daughter
    defender delegate dealer deputy designer diplomat director dissident doctor driver duo economist editor engineer
    entrepreneur envoy ex-husband ex-president ex-wife executive father fellow fighter filmmaker forward founder fugitive
    fullback girlfriend goalkeeper golfer governor guard guerrilla guitarist gunman head historian hurdler husband
    international inventor investigator journalist judge keeper king lawmaker lawyer leader legend leader lecturer legislator
    leg-spinner magistrate manager mayor mediator medallist midfielder minister ministers mother musician negotiator nephew niece
    nominee novelist number official opener opponent organiser outfielder owner pacer painter paceman partner
    philosopher photographer physicist pilot pitcher player playmaker playwright poet politician pop prankster premier
    president prime producer professor prop prosecutor quarterback queen racer ranger rapper rebel receiver referee
    refugee reporter representative researcher rider rival runner scientist scorer secretary seed senator separatist
    singer sister skier skipper soldier solicitor son speaker spinner spokesman spokesperson spokeswoman sprinter star
    stepfather stepson striker student substitute suspect sweeper swimmer teacher team-mate teenager trader trainer
    treasurer uncle veteran victim vice-president violinist volunteer warlord wicketkeeper widow wife winger winner
    witness worker writer`,
  personEndings: 'jr sr ii iii iv phd md mp',
  particles: `dello della degli dei des al abu ait af au ben bin bint d da dal das de del della den der di do dos du e el ibn la le los t te ten
    ter van vande vom von y zu zum`,
  connectors: 'of for on de del della do da di du des la las le les los del dello delle der und y et en e',
  conjunctions: 'and &',
  organizationWords: `academy administration ag agency agencies airline airlines airways alliance army arsenal asa assembly assn
    associates association athletic athletics authority bancorp bank banks bancshares bhd board brigade broadcasting brothers
    bros bundesbank bureau business cabinet capital center centre chamber chambers church cia club co coalition
    college command commission committee communications community companies company computer confederation conference
    congress conservatives consortium consulting contras convention cooperative corp corporation corps council court
    dept department democrats development directorate duma electric electronics energy entertainment enterprises
    exchange faction faculty fc fed federation finance financial firm forces force foundation front fund futures gas
    gazette gmbh group guard guerrillas guild hospital holdings holding hotels house inc industries industry
    initiative institute institution insurance intelligence international investment investments laboratories laboratory league liberation
    limited llc llp ltd magazine management market media ministry mission mobile motor motors movement mutual navy
    network networks news newspaper newspapers newsroom nv office oil orchestra order organisation organization oy
    parliament partners partnership party petroleum pharmaceuticals plc police post power press products programme
    properties publishing railway railways radio red registry republicans reserve resources restaurants rovers s.a sa school
    securities senate service services shipping society software solutions sox spa sports squad star stores studio
    studios systems team technologies technology telecom telegraph telephone television theatre theater times tribunal
    tribune trust tv unions union united university utilities ventures wanderers watch works workers yard desk
    journal herald daily motorsport racing bundestag knesset senate politburo hotspur albion athletic rangers
    real sporting dynamo dinamo olympique racing borussia bayern eintracht atletico deportivo spartak lokomotiv`,
  placeWords: `airport airfield alley archipelago avenue basin bay beach bridge boulevard canal canyon cape castle cathedral
    cemetery channel circuit coast county creek crossing desert district emirate emirates forest gardens glacier gulf harbor
    harbour heath heights city highway hill hills hospital inlet island islands isle isles jail kingdom lake lakes
    lane ocean oval palace park pass peak peninsula plains plateau plaza point port prefecture prison province
    range reef region republic ridge river road santa sea square stadium station steppe strait straits
    street territories territory town tower township valley village volcano zone mount mountain mountains fort san
    monastery mosque raceway speedway ground strip`,
  otherWords: `accord accords act agreement amendment award awards ballet bill bowl calendar campaign carnival
    census championship championships championnat christmas classic code concordat constitution crisis cup day days
    decade declaration derby doctrine dollar earthquake easter election elections era euro expo festival final
    finals flu games grammy grand-prix grandprix prix handicap holocaust hurricane index intifada invitational legion
    masters marathon medal memorandum millennium month olympic olympics olympiad open opener oscar oscars pact peso plan playoffs pound
    prize prizes procedure process project protocol pulitzer qualifier race ramadan reformation renaissance report
    resolution resolutions revolution round rules sale season series session scandal sprint stakes storm summit superbowl symphony talks
    test tour tournament treaty trophy uprising virus vuelta war wars week weekend world year years rate rates bond bonds bund bunds
    note notes t-bill treasury treasuries version windows conditions championships relay contract contracts trial trials`,
  genericWords: `academy administration agency air ambassador annual airport apostle april army assembly
    association attorney august authority bank bible black board bishop book brand bureau cabinet
    captain cathedral cardinal central chairman chairwoman chancellor chief church city civil club coach coalition college
    commander commission committee community company congressional conference congress constitution corp council country county court
    crown cup day december defence defense department deputy director district division doctor east eastern
    economy editor education embassy emperor energy euro executive father february federal federation finance
    first fleet foreign foundation friday general god government governor group half health head high home
    honor hospital house human industry inc information institute interior international internet iron island january judge july june justice king
    labor labour lady lake league left legislature liberation lieutenant lord mail major majesty manager march mayor media member
    military minister ministry miss mission monday monsignor mother mr mrs ms national nations navy net north northern
    northeast northwest november october office officer official opposition park parliament part party peace people
    police pope post premier presidency president press prime prince princess private privy professor province public
    queen radio railway region republic republican republicans representative resistance revenue river road round royal school sea
    second secretary section security senate senator september service sir society south southeast southern southwest
    special spokesman spokeswoman stadium state states station street sunday supreme team third thursday times
    title town treasury trade tribunal tuesday tv uncle union university vice village wednesday west western white
    world young zone ceo cfo coo mp mps md phd ph.d pm am cd dvd tv ok gmt est edt utc bst gdp cpi ppi eps ipo
    dna hiv aids pc pcs atm vat id ids usd dm a.m p.m no nos vs v net q1 q2 q3 q4 h1 h2 div shr avg qtr yr mln bln lb lbs kg km kph mph ft
    rtrs nil aug sept oct nov dec jan feb apr jun jul mon tue tues wed thu thur thurs fri sat sun dlr dlrs pct
    data fax tel baseball basketball football soccer cricket rugby tennis golf hockey boxing cycling athletics schedule scoreboard attendance qualifiers bps stg fob cif tba na n.a w d l gf ga pts pos gb rbi hr rbis era pf pa p g f a c h e r ab bb so
    ko tko won lost drawn played points halftime attendance scorers results standings tabulate mvp nl al`,
  placePrepositions:
    'in at near from to outside inside across around through throughout towards toward into via within between',
  speechVerbs: `said considered considers says say told tells added adds asked announced argued acknowledged admitted believes believed called
    claimed commented complained conceded concluded confirmed continued declared declined denied described dismissed
    emphasised emphasized explained expressed feared felt hopes hoped hinted insisted joked knows laughed met noted
    observed pleaded pledged pointed predicted promised quipped recalled refused rejected remarked repeated replied
    resigned responded revealed shouted smiled stated stressed stepped suggested testified thinks thought
    urged visited vowed wants wanted warned welcomed wondered wrote died married retired born`,
  organizationContext: `shares share stock unit subsidiary newspaper daily magazine agency firm company maker giant group
    spokesman spokeswoman shareholders employees officials headquarters-based profits profit sales earnings analysts
    analyst brokerage guerrillas rebels militia fighters supporters fans players team club side sponsored owned
    merger takeover bid executive executives chairman ceo lawmakers lawmaker member members party faction television
    radio airline bank insurer retailer producer operator conglomerate owner franchise squad`,
  placeContext: `city capital town village port province region state republic district suburb county resort area island
    municipality settlement base airport border coast outskirts south north east west centre center mayor governor
    people inhabitants streets kingdom peninsula valley`,
  contestWords: `beat beats beaten defeated lost win wins won drew draw plays played play playing host hosts visit
    against v vs versus league division championship match game games scored season club team coach goalkeeper
    striker midfielder qualifier goal goals points victory defeat innings wickets standings inning run homer home-run
    touchdown quarterback pitcher batters soccer rugby cricket basketball baseball hockey football nba nfl nhl result results semifinal`,
  demonyms: `afghani afro-american afrikaner alsatian andorran anglican anglo-american arab arabian arabic arabs aborigine
    aboriginal asiatic azerbaijani azeri bahraini balt balts baptist baltic basque basques batavian bavarian bengali
    berber berliner bermudan boer bosniak bosnian-serb briton britons british breton buddhist buddhists burmese burundian byzantine
    catalan catalans catholic catholics caucasian chechen chechens christian christians confucian cornish corsican
    cossack cossacks cypriot cypriots danish englishwoman english eritrean eskimo farsi fijian finn finnish finns flemish
    frenchman frenchmen frenchwoman gaelic galician gaullist georgian greek-cypriot gipsy guinean guyanese gypsies gypsy hebrew
    hellenic hispanic hispanics hindu hindus honduran hutu hutus iberian icelander inca inuit islamic islamist islamists irish israelite ivorian
    jew jewish jews kashmiri kosovar kurd kurdish kurds kyrgyz latin latino latinos lutheran luxembourger maltese manchu
    maori maoris maoist marxist marxists mayan mediterranean methodist moldovan moldavian mongol montenegrin moor moslem moslems muslim
    muslims nazi nazis neapolitan nepalese nepali netherlander nordic norman norse orthodox ottoman papuan parisian
    persian pole poles polish polynesian presbyterian protestant protestants puritan québécois roman romany rwandese saudi scandinavian scot
    scots scotsman serb serbs shia shi'ite shiite shiites sicilian sikh sikhs sinhalese slav slavic slavonic slovene slovenes slovenian slovenians
    soviet soviets spanish stalinist sunni sunnis surinamese swahili tajik tamil tamils tatar tatars tibetan tibetans trotskyist turk turkish
    turks tutsi tutsis tyrolean ulster ukrainian uzbek venetian viennese viking western westerner yemeni yiddish
    yugoslav yugoslavs zairean zairian zionist zulu zulus communist communists democrat democrats tory tories republican socialist socialists
    southerner midwestern eastern latin-american african-american anglo-saxon east-european barbadian bahamian
    sri-lankan
    abkhazian andalusian antiguan argentinian argentinean aruban azerbaijanian bangladeshi barbadian belizean beninese bhutanese
    bosnians botswanan bruneian burkinabe burundian cambodian cape-verdean cayman chadian comoran congolese costa-rican cretan czech djiboutian
    dutchman dutchmen east-german eritrean fijian frankish gabonese gambian ghanian grenadian guadeloupean hawaiian hessian hungarian
    icelandic indo-european irishmen irishwoman islander islanders ivorian jamaican javanese karelian kazak kazakhstani kenyan kirghiz korean kosovan
    laotian latvian lesothan levantine liechtensteiner luxembourgish macanese macedonian malawian malay malays malian manx martiniquais mauritanian mauritian
    micronesian monegasque mozambican namibian nigerien north-korean nicaraguan northern-irish panamanian peruvian qatari rhodesian salvadoran salvadorean salvadorian
    samoan sardinian saxon scotch scotsmen seychellois sierra-leonean silesian singaporean slovakian solomon somali somalis south-african south-korean spaniard
    sudanese swabian swedish swazi tahitian taiwanese tanzanian tasmanian tobagonian togolese tongan trinidadian tunisian turkmen tuvaluan
    ugandan uruguayan uruguayans vanuatuan vietnamese walloon welshman welshmen west-german zambian zimbabwean new-zealander new-zealanders
    flemings greek greeks basques inuit eskimos fleming creole creoles anglophone francophone lutherans methodists mormon mormons evangelical
    evangelicals jesuit jesuits franciscan dominican benedictine calvinist quaker quakers pentecostal coptic copt copts druze maronite maronites alawite
    alawites sufi salafist wahhabi wahhabist zoroastrian bahai hasidic ashkenazi sephardic rastafarian taoist shinto judeo-christian
    leninist trotskyite thatcherite peronist bolshevik bolsheviks fascist fascists anarchist whig whigs liberal liberals conservatives conservative
    armenian byelorussian belarussian czechoslovak`,
  organizations: `reuters reuter interfax itar-tass tass xinhua tanjug afp upi kyodo antara ansa dpa efe pap irna mena sana bernama
    u.n. un nato eu imf wto unesco unicef opec oecd osce asean fifa uefa fia nba nfl nhl ioc icc icrc cia fbi kgb plo ira eta`,
  directions:
    'north south east west northern southern eastern western central northeast northwest southeast southwest northeastern northwestern southeastern southwestern upper lower greater new',
};
