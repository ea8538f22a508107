import { recall, remember } from './memory.js'

/** "auto" follows the system. */
export type Theme = 'auto' | 'light' | 'dark'

export function storedTheme(): Theme {
  const stored = recall('theme')
  return stored === 'light' || stored === 'dark' ? stored : 'auto'
}

export function applyTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
  remember('theme', theme)
}
