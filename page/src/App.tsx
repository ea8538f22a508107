import type { FunctionComponent } from 'preact'
import { Footer } from './parts/Footer.js'
import { Masthead } from './parts/Masthead.js'
import { Progress } from './parts/Progress.js'
import { idAt } from './links.js'
import { useRoute, type Route } from './route.js'
import { ArticleView } from './views/Article.js'
import { ClaimsView } from './views/Claims.js'
import { ConflictsView } from './views/Conflicts.js'
import { EntityView } from './views/Entity.js'
import { IslandsView } from './views/Islands.js'
import { OverviewView } from './views/Overview.js'
import { PeopleView } from './views/People.js'
import { PersonView } from './views/Person.js'
import { ReviewView } from './views/Review.js'
import { SearchView } from './views/Search.js'
import { SummitsView } from './views/Summits.js'
import { Unknown } from './views/Unknown.js'

type View = FunctionComponent<{ readonly route: Route }>

const views: Readonly<Record<string, View>> = {
  '': OverviewView,
  article: ArticleView,
  people: PeopleView,
  person: PersonView,
  islands: IslandsView,
  island: EntityView,
  entity: EntityView,
  summits: SummitsView,
  claims: ClaimsView,
  conflicts: ConflictsView,
  review: ReviewView,
  search: SearchView
}

export function App() {
  const read = useRoute()
  const route = { ...read, id: idAt(read.view, read.id) }
  const View = Object.hasOwn(views, route.view) ? views[route.view]! : Unknown
  return (
    <>
      <a class="skip" href="#main" onClick={skip}>Skip to the content</a>
      <Masthead route={route} />
      <Progress />
      <main id="main" tabIndex={-1}>
        <View key={`${route.view}/${route.id}`} route={route} />
      </main>
      <Footer />
      <p id="announcements" class="unseen" role="status" />
    </>
  )
}

/** The address belongs to the views, so the link must not change it. */
function skip(event: Event): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
