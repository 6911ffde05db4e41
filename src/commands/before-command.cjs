// Loaded before a command, in syntax that old versions of Node.js know: they cannot even read the command itself.

var needed = require('../../package.json').engines.node.replace('>=', '');
var found = process.versions.node;

if (Number(found.split('.')[0]) < Number(needed.split('.')[0])) {
  console.error(
    'Dateline needs Node.js ' +
      needed +
      ' or newer; this is ' +
      found +
      '. npm ci installs one for the project, unless scripts of packages are switched off: run "npm ci --ignore-scripts=false", or install Node.js from https://nodejs.org/.',
  );
  process.exit(1);
}

// Astro, Vite and Node.js itself take these characters in a path for something else: those of URLs, escapes, variables.
var sign = /[%#?"$`\\\u0000-\u001f\u007f]/.exec(process.cwd());

if (sign) {
  console.error(
    'Dateline cannot work in the folder ' +
      JSON.stringify(process.cwd()) +
      ', whose path has the character ' +
      JSON.stringify(sign[0]) +
      '. Move or rename the folder. The content may stay where it is: see ARCHIVE_CONTENT in README.md.',
  );
  process.exit(1);
}

// Compiled modules are kept for the next run, including those that a command imports statically: compiling these takes nearly
// half of a short command's time. Threads read the variable.
process.env.NODE_COMPILE_CACHE =
  process.env.NODE_COMPILE_CACHE || require('path').resolve('node_modules/.cache/dateline/compiled');
require('module').enableCompileCache(process.env.NODE_COMPILE_CACHE);
