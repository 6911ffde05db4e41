import fc from 'fast-check';

// Every run tests the same cases; `SEED=2` tests others.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });
