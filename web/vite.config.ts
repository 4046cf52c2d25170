import { defineConfig } from 'vite';
import { offline } from './offline-plugin.ts';
import { words } from './words-plugin.mjs';

/** The static pages: files only, no inline script or style, so that the strict policy holds. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [words(), offline()],
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    rolldownOptions: {
      input: ['index', 'workspace', 'preview', 'checkout'].map(
        (page) => `${import.meta.dirname}/${page}.html`,
      ),
    },
    // A small module as a data: address would need `data:` in the page's policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Emscripten's plain-JavaScript fallback is large and loaded only where WebAssembly is forbidden.
    chunkSizeWarningLimit: 1_000,
  },
});
