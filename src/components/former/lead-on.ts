import { leadOn } from './follow-query.ts';

// Loaded by the home page, where it was opened with a query.
leadOn();
