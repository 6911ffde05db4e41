/**
 * English words that are also names. When one stands alone, a program cannot tell which is meant: "May" is a month, a
 * surname and a verb.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `abbey angel apple april archer art ash august bacon baker ball banks barber bath battle bay beach bean bell berry
  bill bishop black blue bond bowl bridge brook brown buck bush butcher butler cable can cape carpenter carter castle
  chance charity chase church clark clay cliff close coast coke cole colt cook cooper cork corn cotton cross day deal
  dean derby dick dollar dove drew drum duke early east faith farmer field fish fisher fleet flint flood flower ford
  forest forth foster fountain fox frank franklin freedom frost gap gates gay gold gore grace grant gray green grey
  hall ham hammer hand hardy harry hart hawk hay heath hill holly home hood hope house howl hull hunt hunter ivory
  jack jade jasmine jay jean jet job joy judge july june justice key king kitty knight lake lamb lance land lane law
  lee lily lime limerick lion little live lock long lord love low major male march mark market marsh martin mason may
  meadow mercury mercy mill miller mobile monk moor moore moral morning mouse nancy nice north oak olive orange page
  palm park parker parrot pat path pearl penny peters pike pitt police pool pope porter post potter power price prince
  prior queen ray read reading red reed regent rice rich ring rivers road rob robin rock rod rose ruby rush sage salt
  sand sandwich sandy savage senate sergeant shell shepherd shop short singer slough small smith snow sole song south
  sparrow speaker spring star steel stern stone storm street strong sue summer sun swan swift target taylor temple
  terry tiger times tory total tower trinity union victor victory violet visa wade walker wall waters weaver webb
  welch wells west white wick will winter wise wolf wood woods wool worth wright yard young`.split(/\s+/),
);
