import { useEffect, useMemo, useState } from 'preact/hooks'
import { useAnswer } from '../answer.js'
import { Head } from '../article/Head.js'
import { isAskedFor, readingOf } from '../article/reading.js'
import { Reader } from '../article/Reader.js'
import { library } from '../library.js'
import { View } from '../parts/View.js'
import { NotThere, WaitingView } from '../parts/Waiting.js'
import type { ArticleView as Article } from '../../../src/inspect/model.js'
import { address, here, note, type Route } from '../route.js'

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
  const [all, turnAll] = useAll(route)
  const [at, to] = [Number(route.query['at'] ?? Number.NaN), Number(route.query['to'] ?? Number.NaN)]
  const reading = useMemo(() => readingOf(view, (statement) => all || isAskedFor(statement, at, to)), [view, all, at, to])
  const titled = reading.blocks.some(({ kind }) => kind === 'title')
  return (
    <View title={view.row.title} wide>
      <Head view={view} titled={titled} />
      <Reader view={view} reading={reading} route={route} all={all} turnAll={turnAll} />
    </View>
  )
}

/** Whether what is not told is shown too. The address says so, and the text stays where it is; a link within the article leaves it as it is. */
function useAll({ query, id }: Route): [boolean, (on: boolean) => void] {
  const [all, setAll] = useState(query['all'] === 'yes')
  useEffect(() => {
    if (query['all'] === 'yes') setAll(true)
    else if (all) note(address('article', id, { ...here().query, all: 'yes' }))
  }, [query])
  const turn = (on: boolean) => {
    setAll(on)
    note(address('article', id, { ...here().query, all: on ? 'yes' : null }))
  }
  return [all, turn]
}
