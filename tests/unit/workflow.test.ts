import { execSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

import { parseSpan } from '../../src/records/span.ts';

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

interface Job {
  strategy?: { 'fail-fast': boolean; matrix: { span: string[] } };
  needs?: string | string[];
  if?: string;
  permissions?: Record<string, string>;
  steps: Step[];
}

interface Workflow {
  permissions: object;
  jobs: Record<string, Job>;
}

const read = (name: string) => readFileSync(`.github/workflows/${name}`, 'utf8');
const workflow = parse(read('publish.yml')) as Workflow;
const jobs = Object.entries(workflow.jobs);
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

test.for(['publish.yml', 'publish-spans.yml'])(
  '%s names every action by the digest of its commit, with its version beside it',
  (name) => {
    const text = read(name);
    const steps = Object.values((parse(text) as Workflow).jobs).flatMap((job) => job.steps);
    const uses = text.match(/uses: .*/g) ?? [];
    expect(uses).toHaveLength(steps.filter((step) => step.uses).length);
    for (const use of uses) expect(use).toMatch(/^uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  },
);

describe('the workflow that publishes in spans', () => {
  const { permissions, jobs } = parse(read('publish-spans.yml')) as Workflow;
  const commandsOf = (job: Job | undefined) => job?.steps.flatMap(({ run }) => run ?? []) ?? [];

  test('may only read', () => {
    expect(permissions).toEqual({});
    for (const job of Object.values(jobs)) expect(job.permissions).toEqual({ contents: 'read' });
  });

  test('builds spans of years, each whatever becomes of the others', () => {
    expect(jobs.span?.strategy?.['fail-fast']).toBe(false);
    const spans = jobs.span?.strategy?.matrix.span ?? [];
    expect(spans.length).toBeGreaterThan(1);
    for (const span of spans) expect(parseSpan(String(span))?.name).toBe(span);
    expect(commandsOf(jobs.span)).toContain('npm run build -- --span ${{ matrix.span }}');
  });

  test('joins them after that, to say what is missing where one has failed', () => {
    expect(jobs.join?.needs).toBe('span');
    expect(jobs.join?.if).toBe('${{ !cancelled() }}');
    expect(commandsOf(jobs.join)).toContain('npm run build -- --join parts/*');
  });
});

describe('the workflow that publishes', () => {
  test('checks, tests and builds before it publishes, which it does from the main branch only', () => {
    expect(jobs.map(([name]) => name)).toEqual(['check', 'test', 'build', 'deploy']);
    expect(workflow.jobs.build?.needs).toBe('check');
    expect(workflow.jobs.deploy?.needs).toEqual(['test', 'build']);
    expect(workflow.jobs.deploy?.if).toContain("github.ref == 'refs/heads/main'");
    expect(workflow.jobs.deploy?.if).toContain("github.event_name != 'pull_request'");
  });

  test('gives each job what it needs, and no more', () => {
    expect(workflow.permissions).toEqual({});
    for (const [name, { permissions }] of jobs)
      expect(permissions, name).toEqual(
        name === 'deploy' ? { pages: 'write', 'id-token': 'write' } : { contents: 'read' },
      );
    const checkouts = jobs.flatMap(([, { steps }]) =>
      steps.filter(({ uses }) => uses?.includes('/checkout@')),
    );
    expect(checkouts).toHaveLength(3);
    for (const step of checkouts) expect(step.with?.['persist-credentials']).toBe(false);
  });

  test('runs commands that there are', () => {
    const run = jobs.flatMap(([, { steps }]) =>
      steps.flatMap(({ run = '' }) => run.split(' && ').filter(Boolean)),
    );
    const named = run.map((command) => /^npm (?:run )?(\w+)/.exec(command)?.[1] ?? '');
    expect(new Set(named)).toEqual(new Set(['ci', 'check', 'test', 'build', 'sbom']));
    for (const name of named.filter((each) => !['ci', 'sbom'].includes(each)))
      expect(scripts).toHaveProperty(name);
  });

  test('keeps the list of all packages, with their licences, beside what it builds', () => {
    const steps = workflow.jobs.build?.steps ?? [];
    const command = steps.find(({ run }) => run?.startsWith('npm sbom'))?.run ?? '';
    const [, file] = command.split(' > ');
    expect(steps.find(({ uses }) => uses?.includes('/upload-artifact@'))?.with?.path).toBe(file);
    const list = JSON.parse(execSync(command.replace(/ > .*/, ''), { encoding: 'utf8', maxBuffer: 1e8 })) as {
      packages: { name: string; licenseDeclared: string }[];
    };
    const others = list.packages.filter(({ name }) => name !== 'dateline');
    expect(others.map(({ name }) => name)).toEqual(expect.arrayContaining(['astro', 'pagefind', 'remark']));
    expect(others.filter(({ licenseDeclared }) => licenseDeclared === 'NOASSERTION')).toEqual([]);
  });
});
