import { useOverview } from '../answer.js'
import { dateAndTime } from '../words.js'

export function Footer() {
  const answer = useOverview()
  return (
    <footer class="footer">
      <p>
        Everything here is drawn from the layers that hearsay wrote; every stretch of text has its address in an article.
        {answer.state === 'here' && ` hearsay ${answer.value.hearsay}; run of ${dateAndTime(answer.value.finished)}.`}
      </p>
      <p>
        Keys: <kbd>/</kbd> search, <kbd>Tab</kbd> from one thing to the next, <kbd>↑</kbd> <kbd>↓</kbd> from statement to statement in an article, <kbd>Esc</kbd> closes.
      </p>
    </footer>
  )
}
