import { useEffect, useState } from 'preact/hooks'
import { memo } from '../memo.js'
import { BlockText } from './BlockText.js'
import { ClaimsBeside } from './ClaimsBeside.js'
import type { Reading } from './reading.js'

const AT_ONCE = 150

/** The article's blocks. A long one comes in parts, so that its beginning can be read at once; `upTo` must be there from the first. */
export const Text = memo(function Text({ reading, names, claims, upTo, pick }: {
  readonly reading: Reading
  readonly names: boolean
  readonly claims: boolean
  readonly upTo: number
  readonly pick: (statement: string) => void
}) {
  const [count, setCount] = useState(AT_ONCE)
  const shown = Math.max(count, upTo + 20)
  useEffect(() => {
    if (reading.blocks.length <= shown) return
    const timer = setTimeout(() => setCount(shown + AT_ONCE * 4), 30)
    return () => clearTimeout(timer)
  }, [shown, reading])
  return (
    <>
      {reading.blocks.slice(0, shown).map((block, index) => {
        const own = claims ? reading.claims.get(index) : undefined
        const text = <BlockText block={block} pieces={reading.pieces[index] ?? []} reading={reading} names={names} />
        return (
          <div key={block.start} class={own ? 'row with-claims' : 'row'}>
            {text}
            {own && <ClaimsBeside claims={own} pick={pick} />}
          </div>
        )
      })}
    </>
  )
})
