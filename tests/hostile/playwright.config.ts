import { defineConfig } from '@playwright/test';

import browserConfig from '../browser/playwright.config.ts';

// The sites of texts that are meant to do harm are built by their own tests: none of the others has to be there.
const { webServer: _servers, projects: _projects, ...shared } = browserConfig;

export default defineConfig({ ...shared, testDir: '../browser', testMatch: /[\\/]hostile[\w-]*\.spec\.ts$/ });
