import { render } from 'preact'
import { App } from './App.js'
import { rememberScroll } from './scroll.js'
import { applyTheme, storedTheme } from './theme.js'
import './styles/base.css'
import './styles/shell.css'
import './styles/lists.css'
import './styles/article.css'
import './styles/charts.css'

applyTheme(storedTheme())
rememberScroll()
render(<App />, document.getElementById('page')!)
