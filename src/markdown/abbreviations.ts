/** Words that help to decide whether a full stop ends a sentence, without their own last full stop. */
export interface Words {
  /** Abbreviations that never end a sentence: a name or something else always follows. */
  leading: ReadonlySet<string>;
  /** Abbreviations only before a number, otherwise ordinary words ("No."). */
  numbered: ReadonlySet<string>;
  /** Abbreviations that may end a sentence. */
  closing: ReadonlySet<string>;
  /** Words that begin a sentence far more often than they follow an abbreviation within one. */
  openers: ReadonlySet<string>;
}

type Lists = Readonly<Record<keyof Words, string>>;

const common: Lists = {
  leading: 'Mr Mrs Ms Mx Dr Prof Mt vs v cf ca e.g i.e',
  numbered: 'No Nos Nr Art Fig Vol Ch p pp',
  closing: 'St Ste Jr Sr Inc Corp Co Ltd Bros etc al Ph.D',
  openers: '',
};

/** In German a full stop makes a number an ordinal: "3. Oktober". */
const ordinals = Array.from({ length: 99 }, (_, index) => index + 1).join(' ');

/** What each language adds to {@link common}. */
const languages: Readonly<Record<string, Lists>> = {
  en: {
    leading:
      'Sen Rep Gov Pres Gen Brig Col Maj Capt Cmdr Cpl Lt Sgt Adm Supt Insp Rev Fr Hon Sec Asst Ft viz approx',
    numbered: '',
    closing:
      'Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Dept Univ Ave Blvd Calif Conn Fla Mich Minn Tenn Va Md Ariz Tex',
    openers:
      'A An And As At But By For He Her His I If In It Its Not On She So That The Their There These They This Those To We When While With You ' +
      'According After Although Another Before Both Despite During Each Even Here How However Last Later Many Meanwhile More Most Next Now ' +
      'Our Since Some Still Such Then Though Through Until What Where Who Why Yesterday Yet Your',
  },
  de: {
    leading: 'Hr Hrn Fr z.B d.h s.o s.u vgl bzw evtl ggf inkl sog Dipl Ing Hl Tel Abt',
    numbered: 'Abs Bd Kap Nrn S Ziff',
    closing: `usw u.a Chr Jh Mio Mrd Str Jan Feb Mrz Apr Aug Sept Okt Nov Dez ${ordinals}`,
    openers:
      'Aber Als Am An Auch Auf Bei Da Dann Das Dass Der Die Dies Diese Doch Ein Eine Er Es Für Ich Ihr Im In Man Mit Nach Nun Seit Sie So Und Von Vor Was Wenn Wer Wie Wir Zu Zum Zur',
  },
  fr: {
    leading: 'MM Mgr Me Pr ex p.ex av apr',
    numbered: 'n chap art',
    closing: 'env janv févr avr juill sept oct nov déc',
    openers:
      'À Après Au Aux Avec C Ce Ces Cette D Dans De Depuis Des Elle Elles En Et Il Ils J Je L La Le Les Leur Lors Mais Nous On Or Par Pour Selon Si Son Sur Un Une Vous',
  },
  es: {
    leading: 'Sra Srta Dra Ud Uds D Dña Excmo Gral Lic p.ej',
    numbered: 'núm art pág',
    closing: 'EE UU',
    openers:
      'A Al Con De Desde El Ella Ellos En Es Esta Este La Las Lo Los No Para Pero Por Según Si Su Sus Un Una Y',
  },
  ru: {
    leading: 'им проф акад ген св ул пр просп пл',
    numbered: 'ст рис гл стр',
    closing: 'г гг в вв д п др пр руб тыс млн млрд коп',
    openers:
      'А Без Более Бывший В Во Все Вы Для До Его Если За И Из Их К Как Когда Мы На Но О Об Она Они Он Оно От По После При С Так Также Там То Тогда У Что Эта Эти Это Этот Я',
  },
  ar: { leading: 'د أ', numbered: 'ص', closing: 'م ق.م', openers: '' },
};

/**
 * The words of a language that decide whether a full stop ends a sentence: the most frequent ones, plus those that are
 * common to most languages.
 *
 * @param language BCP 47 tag
 */
export function wordsOf(language: string): Words {
  const own = languages[new Intl.Locale(language).language];
  const setOf = (kind: keyof Words) => new Set(`${common[kind]} ${own?.[kind] ?? ''}`.match(/\S+/g));
  return {
    leading: setOf('leading'),
    numbered: setOf('numbered'),
    closing: setOf('closing'),
    openers: setOf('openers'),
  };
}
