// Python, where this machine has it: exported programs are run for real.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Debian's own stands beside whatever is first in the path, and may be the one that has the packages. */
const candidates = [process.env.PYTHON, 'python3', '/usr/bin/python3', 'python'].filter(
  (command): command is string => command !== undefined && command !== '',
);

/** The first Python that can import the module; null without any. */
export function pythonWith(module: string): string | null {
  const works = (command: string) =>
    spawnSync(command, ['-c', `import sys, ${module}; sys.exit(sys.version_info < (3, 8))`])
      .status === 0;
  return candidates.find(works) ?? null;
}

/** Runs every program in one interpreter, for importing PyTorch takes a second. */
const driver = `
import contextlib, io, json, runpy, sys
results = []
for path in sys.argv[1:]:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        runpy.run_path(path, run_name="__main__")
    results.append([out.getvalue(), err.getvalue()])
print(json.dumps(results))
`;

function withFiles<T>(programs: readonly string[], work: (paths: readonly string[]) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'normscape-export-'));
  try {
    const paths = programs.map((program, k) => {
      const path = join(folder, `program-${k}.py`);
      writeFileSync(path, program);
      return path;
    });
    return work(paths);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What each program printed, and what it said on the error channel. @throws {Error} if one of them failed */
export function runPrograms(
  python: string,
  programs: readonly string[],
): readonly { readonly printed: string; readonly errors: string }[] {
  return withFiles(programs, (paths) => {
    const { status, stdout, stderr } = spawnSync(python, ['-c', driver, ...paths], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    if (status !== 0) throw new Error(stderr);
    const results = JSON.parse(stdout) as [string, string][];
    return results.map(([printed, errors]) => ({ printed, errors }));
  });
}

/** What the compiler has to say; nothing if all programs are well formed. */
export function compilePrograms(python: string, programs: readonly string[]): string {
  return withFiles(programs, (paths) => {
    const { status, stderr } = spawnSync(python, ['-m', 'py_compile', ...paths], {
      encoding: 'utf8',
    });
    return status === 0 ? '' : stderr || `ended with ${status}`;
  });
}
