/** Everything that asks this process to end: Ctrl-C, a stop from outside, a closed terminal, the end of npm itself. */
export function onEnd(end: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
  // A closed terminal must not turn the orderly end into a crash.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  if (!process.env.npm_lifecycle_event) return
  // npm hands Ctrl-C and TERM on, but not HUP, and can say nothing when it is killed.
  const npm = process.ppid
  setInterval(() => process.ppid !== npm && end(), 500).unref()
}
