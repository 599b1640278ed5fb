import module from 'node:module';

// Before anything else is loaded: it saves a third of the start of every later run. Older Nodes have none, and get as far
// as the line that says so.
module.enableCompileCache?.();
const { leastNode, nodeIsTooOld } = await import('./node-version.ts');
if (nodeIsTooOld(process.versions.node)) {
  process.stderr.write(`according: Expected Node ${leastNode} or newer, got ${process.versions.node}\n`);
  process.exitCode = 1;
} else {
  const { runCommand } = await import('./run-command.ts');
  process.exitCode = await runCommand(process.argv.slice(2));
}
