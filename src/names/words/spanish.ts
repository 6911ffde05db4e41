import type { WordLists } from './name-words.ts';

export const spanish: WordLists = {
  capitalizesNouns: false,
  joinsFields: true,
  functionWords: `nacida nacido cerca según tras a además ahora al algo alguien algunas algunos ante antes apenas aquel aquella aquellos aquí así aun aún
    aunque ayer bajo bien cada casi cierto cinco como cómo con contra cual cuál cuales cuando cuándo cuatro cuya cuyo de
    del desde después diez donde dónde dos durante e el él ella ellas ellos en entonces entre era es esa ese eso esos esta
    está este esto estos fue fuera ha había hace hacia han hasta hay hoy incluso junto la las le les lo los luego mas más
    me menos mi mientras mis mucho muchos muy nada nadie ni ninguno no nos nosotros nuestra nuestro nueve nunca o ocho
    otra otras otro otros para pero poco pocos por porque pues que qué quien quién quienes sé según seis ser si sí siempre
    siete sin sino sobre solo sólo son su sus tal también tampoco tan tanto te tiene toda todas todavía todo todos tras
    tres tu tú un una unas unos usted ustedes varios veinte y ya yo`,
  articles: 'el la los las un una unos unas del al su sus este esta estos estas ese esa',
  titles: `alcalde alcaldesa almirante arzobispo barón cabo canciller capitán cardenal comandante conde condesa coronel
    d don doña dr dra doctor doctora duque duquesa emperador excmo fray general gobernador gral infanta juez lic
    licenciado marqués ministra ministro monseñor obispo padre papa presidenta presidente primer primera príncipe
    princesa profesor profesora reina rey san santa santo secretario senador señor señora señorita sor sr sra srta
    teniente vicepresidente`,
  roles: `abogada abogado actor actriz alcalde arquitecto artista asesor autor banquero candidata candidato cantante
    capitán cineasta colega compositor delantero defensa dictador diputada diputado director directora diplomático
    dirigente economista embajador entrenador escritor escritora esposa esposo fiscal fundador guardameta hermana hermano
    hija hijo historiador jefe juez jugador líder madre ministro novelista padre periodista pintor poeta portavoz portero
    presidente primo secretario senador técnico tenista viuda vocero`,
  personEndings: 'jr hijo ii iii',
  particles: 'de del la las los y i da dos van von al el',
  connectors: 'de del la las los el y e para en',
  conjunctions: 'y e &',
  organizationWords: `ediciones textiles editorial comunidad comisiones academia administración agencia alianza armada asamblea asociación autoridad ayuntamiento banco bolsa
    cámara casa centro cía club coalición colegio comisión comité compañía confederación congreso consejo corporación corte
    cortes cruz departamento dirección diputación ejército empresa escuela federación fc fiscalía frente fuerza fuerzas
    fundación grupo guardia hospital iglesia instituto junta liga ministerio movimiento naciones oficina organización
    parlamento partido policía poder real secretaría senado servicio sindicato sociedad tribunal unión universidad`,
  placeWords: `aeropuerto avenida bahía barrio cabo calle camino canal castillo catedral cerro comunidad condado cordillera
    costa desierto distrito estado estrecho golfo isla islas lago mar monte océano palacio parque península plaza provincia
    puente puerto región república río sierra valle villa volcán`,
  otherWords: `acuerdo acuerdos campeonato carta constitución copa declaración feria festival guerra juegos ley mundial
    navidad oscar plan premio premios programa proyecto revolución semana tratado torneo trofeo vuelta`,
  genericWords: `alcalde asamblea ayuntamiento banco bolsa cámara canciller congreso consejo constitución corte dios ejecutivo
    ejército estado estados este fiscalía general gobierno guardia iglesia internet justicia ministerio ministro norte
    oeste oposición parlamento partido papa policía presidencia presidente reina república rey san senado señor sur
    tribunal unión universidad`,
  placePrepositions: 'en a desde hacia hasta cerca de por entre',
  speechVerbs: `dijo dice afirmó afirma agregó añadió anunció aseguró comentó confirmó consideró declaró destacó explicó
    expresó indicó informó insistió manifestó negó recordó reiteró respondió señaló sostuvo ha había fue es`,
  organizationContext: `acciones empresa compañía diario periódico agencia filial grupo partido club equipo banco portavoz
    vocero sindicato fabricante`,
  placeContext:
    'ciudad capital puerto provincia región estado municipio pueblo localidad alcalde república frontera costa aeropuerto',
  contestWords:
    'partido victoria derrota gol goles temporada equipo liga campeonato final entrenador puntos ganó venció perdió',
  demonyms: `alemán alemanes árabe árabes argentino británico chileno chino colombiano cubano español españoles
    estadounidense francés griego inglés israelí italiano japonés judío mexicano musulmán palestino peruano portugués
    ruso sirio turco venezolano`,
  organizations: 'efe reuters onu otan ue fmi unesco fifa uefa pp psoe eta farc pri pan rtve',
  directions: 'norte sur este oeste nueva nuevo san santa santo gran alto alta bajo baja',
};
