import { defineConfig } from 'vitest/config';
import { words } from '../../web/words-plugin.mjs';

export default defineConfig({ plugins: [words()] });
