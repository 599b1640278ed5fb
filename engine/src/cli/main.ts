import { leastNode, nodeIsTooOld } from './node-version.ts';

// An older Node stops at the syntax of what the commands load; it gets as far as the line that says so.
if (nodeIsTooOld(process.versions.node)) {
  process.stderr.write(`according: Expected Node ${leastNode} or newer, got ${process.versions.node}\n`);
  process.exitCode = 1;
} else {
  const { runCommand } = await import('./run-command.ts');
  process.exitCode = await runCommand(process.argv.slice(2));
}
