import { afterEach } from 'vitest';
import { openLedger, type Ledger } from '../src/ledger/index.ts';
import { newFolder } from './ledger-stores.ts';
import { createApi, Imports, type Api, type ApiSettings } from '../src/api/index.ts';

/** An API over a real ledger in a file, and how to ask it. */
export interface TestApi {
  readonly ledger: Ledger;
  readonly imports: Imports;
  readonly api: Api;
  /** Asks as a program on this machine does. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  readonly json: (path: string, init?: RequestInit) => Promise<any>; // eslint-disable-line
}

const open: TestApi[] = [];

afterEach(async () => {
  for (const { imports, ledger } of open.splice(0)) {
    await imports.close();
    await ledger.close();
  }
});

export async function testApi(settings: Partial<ApiSettings> = {}): Promise<TestApi> {
  const ledger = await openLedger(`${newFolder()}/according.db`);
  const imports = new Imports({ ledger, workers: 1 });
  const api = createApi({ ledger, imports, ...settings });
  const ask = async (path: string, init?: RequestInit): Promise<Response> =>
    api.request(`http://127.0.0.1${path}`, init);
  const made = {
    ledger,
    imports,
    api,
    ask,
    json: async (path: string, init?: RequestInit) => (await ask(path, init)).json(),
  };
  open.push(made);
  return made;
}
