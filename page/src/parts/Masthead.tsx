import { useState } from 'preact/hooks'
import { address, type Route } from '../route.js'
import { applyTheme, storedTheme, type Theme } from '../theme.js'
import { SearchBox } from './SearchBox.js'

const places = [
  { view: '', label: 'Overview', also: ['article'] },
  { view: 'people', label: 'People', also: ['person'] },
  { view: 'islands', label: 'Islands', also: ['island'] },
  { view: 'summits', label: 'Summits', also: [] },
  { view: 'claims', label: 'Claims', also: [] },
  { view: 'conflicts', label: 'Conflicts', also: [] },
  { view: 'review', label: 'Review', also: [] }
]

export function Masthead({ route }: { route: Route }) {
  return (
    <header class="masthead">
      <div class="masthead-row">
        <a class="wordmark" href={address('')}>hearsay</a>
        <SearchBox route={route} />
        <ThemeSwitch />
      </div>
      <nav aria-label="Views">
        <ul class="places">
          {places.map(({ view, label, also }) => (
            <li key={view}>
              <a href={address(view)} aria-current={route.view === view ? 'page' : also.includes(route.view) ? 'true' : undefined}>{label}</a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

const next: Readonly<Record<Theme, Theme>> = { auto: 'light', light: 'dark', dark: 'auto' }

function ThemeSwitch() {
  const [theme, setTheme] = useState(storedTheme)
  const turn = () => {
    applyTheme(next[theme])
    setTheme(next[theme])
  }
  return (
    <button type="button" class="theme" onClick={turn} aria-label={`Theme: ${theme}. Change to ${next[theme]}`}>
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" stroke-width="1.5" />
        <path d={theme === 'light' ? '' : theme === 'dark' ? 'M10 2.5a7.5 7.5 0 0 1 0 15a7.5 7.5 0 0 1 0 -15z' : 'M10 2.5a7.5 7.5 0 0 1 0 15z'} fill="currentColor" />
      </svg>
      <span>{theme}</span>
    </button>
  )
}
