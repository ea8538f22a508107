import { useEffect, useState } from 'preact/hooks'
import type { Changes } from '../../../src/inspect/model.js'
import { announce } from '../announce.js'
import { hearChanges, useOverview } from '../answer.js'
import { figure } from '../words.js'

const news: Readonly<Record<Changes['changed']['why'], string>> = {
  run: 'A new run has ended; what is shown was read again.',
  read: 'All articles are read.',
  decision: 'A decision was made; what is shown follows it.'
}

/** Shows how far a large corpus is read; until then every answer holds what has been read so far. */
export function Progress() {
  const overview = useOverview()
  const [heard, setHeard] = useState<Changes['reading'] | null>(null)
  useEffect(() => hearChanges({
    reading: setHeard,
    changed: (why) => {
      setHeard(null)
      announce(news[why])
    }
  }), [])
  const reading = heard ?? (overview.state === 'here' ? overview.value.reading : null)
  if (reading === null || reading.of <= reading.read) return null
  return (
    <section class="progress" aria-label="Reading">
      <p>{figure(reading.read)} of {figure(reading.of)} articles are read; what is shown here comes from these, and grows.</p>
      <progress max={reading.of} value={reading.read} aria-label="Articles read" />
    </section>
  )
}
