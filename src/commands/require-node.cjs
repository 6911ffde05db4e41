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
