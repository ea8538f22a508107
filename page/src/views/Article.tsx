import { useMemo } from 'preact/hooks'
import { useAnswer } from '../answer.js'
import { Head } from '../article/Head.js'
import { readingOf } from '../article/reading.js'
import { Reader } from '../article/Reader.js'
import { library } from '../library.js'
import { View } from '../parts/View.js'
import { NotThere, WaitingView } from '../parts/Waiting.js'
import type { ArticleView as Article } from '../../../src/inspect/model.js'
import type { Route } from '../route.js'

export function ArticleView({ route }: { readonly route: Route }) {
  const { id } = route
  const answer = useAnswer(id, () => library.article({ id }))
  return (
    <WaitingView answer={answer} what="the article">
      {(view) => (view === null ? <NotThere what="article" id={id} /> : <One view={view} route={route} />)}
    </WaitingView>
  )
}

function One({ view, route }: { readonly view: Article; readonly route: Route }) {
  const reading = useMemo(() => readingOf(view), [view])
  const titled = reading.blocks.some(({ kind }) => kind === 'title')
  return (
    <View title={view.row.title} wide>
      <Head view={view} titled={titled} />
      <Reader view={view} reading={reading} route={route} />
    </View>
  )
}
