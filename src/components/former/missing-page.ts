import { findMoved } from '../../views/parts/moved-folders.ts';
import { leadOn } from './follow-query.ts';
import { wordsOfAddress } from './words-of-address.ts';

// The page for unknown addresses: fills in its search form with the words of the address, and leads on from an old address
// with a query, and from one of a folder that is on another host, where the archive has such.

const form = document.querySelector<HTMLFormElement>('.missing-search');
const input = form?.querySelector('input');
if (input && input.value === '') input.value = wordsOfAddress(location.pathname);
if (form?.dataset['former'] !== undefined) leadOn();
// Where the host has no rule for it.
const moved = findMoved(form?.dataset['moved'], location.pathname);
if (new URL(moved, location.href).origin !== location.origin)
  location.replace(moved + location.search + location.hash);
