import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A problem that a language server finds in a file. */
interface Diagnostic {
  message: string;
  range: { start: { line: number; character: number } };
}

/** A language server at work on a folder, as an editor has it. */
export interface LanguageClient {
  /** Opens a file, once, with a text that is in the editor only. */
  open(file: string, language: string, text: string): void;
  /** What is offered at a place, `|` in the text that was opened. */
  complete(file: string, text: string): Promise<string[]>;
  /** What is said of what is under the pointer. */
  hover(file: string, text: string): Promise<string>;
  /** What is found wrong. */
  diagnose(file: string): Promise<Diagnostic[]>;
  close(): void;
}

/** A language server, as an extension of VS Code brings it. */
export interface Server {
  /** Its program, below the packages that Astro's check brings. */
  program: string;
  /** What the extension tells it when it starts it. */
  initializationOptions: object;
}

/** That of Astro's extension, with the setting `astro.content-intellisense`. */
export const astroServer: Server = {
  program: '@astrojs/language-server/bin/nodeServer.js',
  initializationOptions: {
    typescript: { tsdk: resolve('node_modules/typescript/lib') },
    contentIntellisense: true,
  },
};

/** That of Red Hat's YAML extension. */
export const yamlServer: Server = {
  program: 'yaml-language-server/bin/yaml-language-server',
  initializationOptions: {},
};

interface Message {
  id?: number;
  method?: string;
  params?: { items?: { section: string }[]; uri?: string; diagnostics?: Diagnostic[] };
  result?: unknown;
  error?: { message: string };
}

const astroCheck = createRequire(createRequire(import.meta.url).resolve('@astrojs/check'));

/**
 * Starts a language server, and speaks the Language Server Protocol (3.17) with it.
 *
 * @param folder absolute path of the folder that is open in the editor
 * @param settings those of the editor, by section
 */
export async function openLanguageClient(
  folder: string,
  { program, initializationOptions }: Server,
  settings: Readonly<Record<string, object>> = {},
): Promise<LanguageClient> {
  const server = astroCheck.resolve(program);
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = new Map<number, (answer: Message) => void>();
  /** Problems that a server tells unasked; by the address of the file. */
  const published = new Map<string, PromiseWithResolvers<Diagnostic[]>>();
  const publishing = (uri: string) => {
    const promise = published.get(uri) ?? Promise.withResolvers<Diagnostic[]>();
    published.set(uri, promise);
    return promise;
  };
  const publish = (uri: string, diagnostics: Diagnostic[]) => publishing(uri).resolve(diagnostics);
  let received = Buffer.alloc(0);
  let last = 0;
  child.stdout.on('data', (bytes: Buffer) => {
    received = Buffer.concat([received, bytes]);
    for (;;) {
      const head = received.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/i.exec(received.subarray(0, head).toString())?.[1]);
      if (head < 0 || received.length < head + 4 + length) return;
      const message = JSON.parse(received.subarray(head + 4, head + 4 + length).toString()) as Message;
      received = received.subarray(head + 4 + length);
      const { uri, diagnostics } = message.params ?? {};
      if (uri !== undefined && diagnostics) publish(uri, diagnostics);
      if (message.id === undefined) continue;
      if (message.method === undefined) waiting.get(message.id)?.(message);
      else send({ id: message.id, result: answer(message) });
    }
  });

  /** What else the server asks for, to be told of changed files for one, it does without. */
  const answer = ({ method, params }: Message) =>
    method === 'workspace/configuration'
      ? params?.items?.map(({ section }) => settings[section] ?? null)
      : null;
  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const notify = (method: string, params: object) => send({ method, params });
  const request = async <Result>(method: string, params: object): Promise<Result> => {
    const id = ++last;
    const answer = new Promise<Message>((settle) => waiting.set(id, settle));
    send({ id, method, params });
    const { result, error } = await answer;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result as Result;
  };
  const addressOf = (file: string) => pathToFileURL(resolve(folder, file)).href;
  const placeIn = (file: string, text: string) => {
    const lines = text.slice(0, text.indexOf('|')).split('\n');
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    return { textDocument: { uri: addressOf(file) }, position };
  };

  const { capabilities } = await request<{ capabilities: { diagnosticProvider?: object } }>('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'archive' }],
    capabilities: {
      textDocument: { diagnostic: {}, completion: {}, hover: { contentFormat: ['markdown'] } },
    },
    initializationOptions,
  });
  notify('initialized', {});

  return {
    open(file, languageId, text) {
      const textDocument = { uri: addressOf(file), languageId, version: 1, text: text.replace('|', '') };
      notify('textDocument/didOpen', { textDocument });
    },
    async complete(file, text) {
      const list = await request<{ items: { label: string }[] }>(
        'textDocument/completion',
        placeIn(file, text),
      );
      return list.items.map(({ label }) => label);
    },
    async hover(file, text) {
      const said = await request<{ contents: { value: string } } | null>(
        'textDocument/hover',
        placeIn(file, text),
      );
      return said?.contents.value ?? '';
    },
    async diagnose(file) {
      if (!capabilities.diagnosticProvider) return publishing(addressOf(file)).promise;
      const report = await request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
        textDocument: { uri: addressOf(file) },
      });
      return report.items;
    },
    close: () => void child.kill(),
  };
}
