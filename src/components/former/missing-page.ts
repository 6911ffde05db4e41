import { leadOn } from './follow-query.ts';
import { wordsOfAddress } from './words-of-address.ts';

// The page for unknown addresses: fills in its search form with the words of the address, and leads on from an old address
// with a query where the archive has such.

const form = document.querySelector<HTMLFormElement>('.missing-search');
const input = form?.querySelector('input');
if (input && input.value === '') input.value = wordsOfAddress(location.pathname);
if (form?.dataset['former'] !== undefined) leadOn();
