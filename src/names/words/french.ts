import type { WordLists } from './name-words.ts';

export const french: WordLists = {
  capitalizesNouns: false,
  joinsFields: true,
  functionWords: `né née nés nées âgé âgée originaire selon blessé à afin ailleurs ainsi alors après au aucun aucune aujourd'hui auparavant auprès aussi autour autre autres
    aux avant avec beaucoup bien c car ce cela celle celui cependant certains certaines ces cet cette ceux chacun chaque
    chez ci cinq comme comment contre d dans de depuis derrière des dès désormais deux devant dix donc dont du durant
    elle elles en encore enfin ensuite entre environ est et eux faute fin grâce hier hors hormis huit ici il ils interrogé j
    jamais je jusqu l la là le les leur leurs lors lorsque lui ma mais malgré même mes mieux moins mon n ne neuf ni non
    nos notre nous on onze or ou où oui outre par parce parmi pas pendant personne peu plus plusieurs pour pourquoi
    pourtant près presque puis puisque qu quand quant quatre que quel quelle quelques qui quoi rien s sa sans sauf
    selon sept ses si sinon six soit son sont sous suite sur surtout ta tandis tant tel telle ton tous tout toute
    toutefois toutes trois trop tu un une vers vingt voici voilà vos votre vous y`,
  articles: 'le la les un une des du de l d au aux ce cet cette ces son sa ses leur leurs',
  titles: `abbé amiral ambassadeur ambassadrice archevêque baron baronne capitaine cardinal chancelier chancelière
    commandant commissaire comte comtesse colonel conseiller dr docteur duc duchesse empereur évêque général gouverneur
    impératrice juge lieutenant m madame maire maître maréchal me mgr ministre mlle mm mme mmes monseigneur monsieur pape
    père pr premier président présidente prince princesse procureur professeur reine roi saint sainte secrétaire sénateur
    sénatrice sergent sœur sultan vice-président`,
  roles: `maître acteur actrice adjoint architecte artiste avocat avocate auteur ancien candidat candidate capitaine chanteur
    chanteuse chef chercheur coureur cinéaste collègue compositeur comédien cousin député députée directeur directrice
    défenseur diplomate dirigeant dirigeante écrivain économiste entraîneur épouse étudiant expert fille fils fondateur
    frère gardien historien homme journaliste juge leader maire mari ministre mère milieu oncle patron père peintre philosophe
    photographe poète porte-parole premier procureur président présidente professeur réalisateur rival responsable
    romancier secrétaire sénateur sélectionneur sœur veuve`,
  personEndings: 'jr fils père ii iii iv',
  particles: 'de d du des la le l van von der den el al ben bin ibn da di dos',
  connectors: 'de d du des la le les l en sur et pour',
  conjunctions: 'et &',
  organizationWords: `éditions chambres cour académie administration agence alliance armée assemblée association autorité banque bourse bureau
    cabinet caisse centre chambre cie club coalition collège comité commission compagnie confédération congrès conseil
    cour direction école entreprise fc fédération fondation fonds force forces front garde gmbh groupe institut
    journal ligue ltd ministère mouvement ministères nations nouvel observatoire office olympique ong opéra organisation
    orchestre parlement parti police presse rassemblement sa sarl secrétariat sénat société stade syndicat tribunal
    union université`,
  placeWords: `aéroport avenue baie boulevard canal cap château cité col comté côte département désert détroit district
    fleuve forêt golfe gare île îles lac mer mont monts montagne océan palais péninsule place pont port préfecture
    province quartier région république rivière route rue saint sainte vallée village ville zone`,
  otherWords: `accord accords constitution convention coupe déclaration guerre jeux journée loi mondial noël octobre oscar
    pâques plan prix programme projet révolution saison traité tour tournoi trophée championnat festival`,
  genericWords: `académie affaires assemblée banque bourse cardinal chambre chancelier comité commission conseil constitution cour
    docteur dieu église état états est évêque général gouvernement groupe internet justice madame maire ministère
    ministre monsieur nord nord-est nord-ouest opposition ouest parlement parti police pape premier président préfecture
    préfet république reine roi saint sénat sud sud-est sud-ouest tribunal union université`,
  placePrepositions: 'à en au aux dans vers depuis près sur de entre jusqu',
  speechVerbs: `dit déclaré déclare affirmé affirme ajouté ajoute annoncé annonce assuré assure confié confirmé démenti
    estime estimé expliqué explique indiqué indique précisé précise rappelé rappelle répondu souligné souligne regretté
    a avait est était sera`,
  organizationContext: `actions action société groupe entreprise journal quotidien agence filiale compagnie banque
    porte-parole parti club équipe constructeur fabricant syndicat`,
  placeContext: `ville capitale port province région département commune village banlieue maire habitants république
    quartier aéroport frontière côte`,
  contestWords: `match victoire défaite battu battre but buts saison équipe ligue championnat finale entraîneur points joueur`,
  demonyms: `africain africaine asiatique européenne international internationale nationale national mondiale allemand allemande allemands américain américaine américains anglais anglaise arabe arabes britannique
    britanniques canadien chinois chinoise espagnol espagnols européen européens français française grec irakien
    irakiens iranien israélien israéliens italien italiens japonais juif juifs kurde kurdes libanais marocain musulman
    musulmans palestinien palestiniens polonais portugais russe russes serbe suisse suisses syrien tchétchène turc turcs`,
  organizations: 'afp reuters onu otan ue fmi otan unesco fifa uefa sncf edf cgt cfdt insee',
  directions: 'nord sud est ouest nouvelle nouveau haute haut basse bas grande grand petite saint',
};
