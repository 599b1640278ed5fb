import { enableCompileCache } from 'node:module';

// Before anything else is loaded: it saves a third of the start of every later run.
enableCompileCache();
const { runCommand } = await import('./program.ts');
process.exitCode = await runCommand(process.argv.slice(2));
