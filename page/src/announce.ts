/** Says something to those who listen to the page: one polite live region, filled anew each time. */
export function announce(text: string): void {
  const region = document.getElementById('announcements')
  if (!region) return
  region.textContent = ''
  setTimeout(() => {
    region.textContent = text
  }, 50)
}
