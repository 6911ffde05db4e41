import { leadOn } from './follow-query.ts';

// On the home page of an archive that has old addresses with queries.
if (location.search) leadOn();
