import { defineConfig } from 'vitest/config';
import { words } from '../../web/words-plugin.mjs';

// A slow machine is no fault of what is tested.
export default defineConfig({ plugins: [words()], test: { testTimeout: 120_000 } });
