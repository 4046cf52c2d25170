import { defineConfig } from 'vite';

/** The static pages: files only, no inline script or style, so that the strict policy holds. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    rolldownOptions: {
      input: ['index', 'preview', 'checkout'].map((page) => `${import.meta.dirname}/${page}.html`),
    },
    // A small module as a data: address would need `data:` in the page's policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Emscripten's plain-JavaScript fallback is large and loaded only where WebAssembly is forbidden.
    chunkSizeWarningLimit: 1_000,
  },
});
