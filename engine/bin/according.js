#!/usr/bin/env node
import * as module from 'node:module';

// Compiled code is kept between runs: a command starts a tenth faster. An older Node has no such thing, and main.js says that it is too old.
module.enableCompileCache?.();
await import('../dist/cli/main.js');
