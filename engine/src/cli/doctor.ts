import { availableParallelism, totalmem } from 'node:os';
import { asAccordingError } from '../errors.ts';
import { inspectModel, loadRuntime, Reader, readText } from '../pipeline/index.ts';
import { exitCode } from './exit-code.ts';
import { leastNode, nodeIsTooOld } from './node-version.ts';
import { Output } from './output.ts';

interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly found: string;
}

const sentence = 'Ana Okonjo said the tunnel would open late.';

/** `according doctor`: what runs here, and what is amiss. */
export async function doctor(options: { readonly json?: boolean }): Promise<number> {
  const checks = [nodeCheck(), await runtimeCheck(), modelCheck(), await readingCheck(), threadsCheck()];
  const ok = checks.every((check) => check.ok);
  const lines = checks.map((check) => `${check.ok ? 'ok  ' : 'FAIL'} ${check.name.padEnd(8)} ${check.found}\n`);
  await new Output(process.stdout).write(
    options.json ? JSON.stringify({ ok, checks }, null, 2) + '\n' : lines.join(''),
  );
  return ok ? exitCode.ok : exitCode.failed;
}

function nodeCheck(): Check {
  const ok = !nodeIsTooOld(process.versions.node);
  return {
    name: 'node',
    ok,
    found: `${process.version} (${process.platform} ${process.arch})${ok ? '' : `; expected ${leastNode} or newer`}`,
  };
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
    return {
      name: 'network',
      ok: true,
      found: `${name} ${version}, ${megabytes.toFixed(1)} MB, SHA-256 ${sha256} verified (${path})`,
    };
  } catch (error) {
    return { name: 'network', ok: false, found: asAccordingError(error).message };
  }
}

/** Reads a sentence: a runtime that loads may still not run the network. */
async function readingCheck(): Promise<Check> {
  try {
    const reader = await Reader.open();
    const began = performance.now();
    const { attributions } = await reader.read(readText(sentence));
    const took = `${(performance.now() - began).toFixed(0)} ms`;
    await reader.close();
    const ok = attributions.length > 0;
    return {
      name: 'reading',
      ok,
      found: `${ok ? 'found' : 'Expected to find'} the attribution in “${sentence}”${ok ? ` in ${took}` : ', got none'}`,
    };
  } catch (error) {
    return { name: 'reading', ok: false, found: asAccordingError(error).message };
  }
}

function threadsCheck(): Check {
  const gigabytes = (totalmem() / 1e9).toFixed(0);
  return { name: 'threads', ok: true, found: `${availableParallelism()}, with ${gigabytes} GB of memory` };
}
