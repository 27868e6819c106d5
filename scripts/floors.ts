/** Checks who imports whom, by the rules in `.dependency-cruiser.cjs`, and that every file was looked at. */
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { z } from 'zod'

const folders = ['src', 'demo']

const cruise = spawnSync('depcruise', ['--output-type', 'json', ...folders], { encoding: 'utf8', maxBuffer: 2 ** 28 })
const rule = z.object({ name: z.string(), comment: z.string().optional() })
const answer = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule })),
    ruleSetUsed: z.object({ forbidden: z.array(rule) }),
  }),
})

if (cruise.stdout === '') {
  console.error(cruise.stderr)
  process.exit(1)
}
const { modules, summary } = answer.parse(JSON.parse(cruise.stdout))
const seen = new Set(modules.map(({ source }) => source))
const unseen = globSync(`{${folders.join(',')}}/**/*.{ts,tsx}`).filter((file) => !seen.has(file))
const reasons = new Map(summary.ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment ?? '']))
for (const { from, to, rule: broken } of summary.violations)
  console.error(`${from} → ${to}\n    ${broken.name}: ${reasons.get(broken.name) ?? ''}`)
for (const file of unseen) console.error(`${file} was not looked at`)
console.log(
  `${String(seen.size)} modules, ${String(summary.violations.length)} breaches, ${String(unseen.length)} files not looked at`,
)
process.exitCode = summary.violations.length > 0 || unseen.length > 0 || seen.size === 0 ? 1 : 0
