import { availableParallelism, totalmem } from 'node:os';
import { asAccordingError } from '../errors.ts';
import { inspectModel, loadRuntime } from '../pipeline/index.ts';
import { exitCode } from './program.ts';

interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly found: string;
}

const leastNode = 22;

/** `according doctor`: what runs here, and what is amiss. */
export async function doctor(options: { readonly json?: boolean }): Promise<number> {
  const checks = [nodeCheck(), await runtimeCheck(), modelCheck(), threadsCheck()];
  const ok = checks.every((check) => check.ok);
  if (options.json) process.stdout.write(JSON.stringify({ ok, checks }, null, 2) + '\n');
  else for (const check of checks) process.stdout.write(`${check.ok ? 'ok  ' : 'FAIL'} ${check.name.padEnd(8)} ${check.found}\n`);
  return ok ? exitCode.ok : exitCode.failed;
}

function nodeCheck(): Check {
  const ok = Number(process.versions.node.split('.')[0]) >= leastNode;
  return { name: 'node', ok, found: `${process.version} (${process.platform} ${process.arch})${ok ? '' : `; expected ${leastNode} or newer`}` };
}

async function runtimeCheck(): Promise<Check> {
  try {
    const { kind, version, reason } = await loadRuntime();
    const slow = kind === 'wasm' ? `; several times slower than the native one, which is not used: ${reason}` : '';
    return { name: 'runtime', ok: true, found: `ONNX runtime ${version}, ${kind}${slow}` };
  } catch (error) {
    return { name: 'runtime', ok: false, found: asAccordingError(error).message };
  }
}

function modelCheck(): Check {
  try {
    const { name, version, path, megabytes, sha256 } = inspectModel();
    return { name: 'network', ok: true, found: `${name} ${version}, ${megabytes.toFixed(1)} MB, SHA-256 ${sha256} verified (${path})` };
  } catch (error) {
    return { name: 'network', ok: false, found: asAccordingError(error).message };
  }
}

function threadsCheck(): Check {
  const gigabytes = (totalmem() / 1e9).toFixed(0);
  return { name: 'threads', ok: true, found: `${availableParallelism()}, with ${gigabytes} GB of memory` };
}
