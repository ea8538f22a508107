/** For what does not show at once: the command after which it does. */
export function NextRun({ run }: { readonly run: string | null }) {
  return run === null ? null : <span>It takes effect at the next run: <code class="command">{run}</code></span>
}
