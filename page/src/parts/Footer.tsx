import { useOverview } from '../answer.js'
import { dateAndTime } from '../words.js'

export function Footer() {
  const answer = useOverview()
  return (
    <footer class="footer">
      <p>
        Drawn from what hearsay wrote, and from nothing else; every quotation and every claim leads to its place in an article.
        {answer.state === 'here' && ` hearsay ${answer.value.hearsay}; run of ${dateAndTime(answer.value.finished)}.`}
      </p>
      <p>
        Keys: <kbd>/</kbd> search, <kbd>Tab</kbd> from one thing to the next, <kbd>↑</kbd> <kbd>↓</kbd> from statement to statement in an article, <kbd>Esc</kbd> closes.
      </p>
    </footer>
  )
}
