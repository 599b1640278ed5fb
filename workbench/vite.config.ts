import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `according serve` answers while the pages are worked on with `npm run dev`. */
const server = process.env['ACCORDING_SERVER'] ?? 'http://127.0.0.1:8017';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    target: 'es2023',
    // The server forbids scripts and styles inside the page: nothing may become a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': { target: server } } },
});
