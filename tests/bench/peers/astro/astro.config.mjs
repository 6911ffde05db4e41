import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://archive.example/',
  devToolbar: { enabled: false },
  cacheDir: process.env.PEER_CACHE,
});
