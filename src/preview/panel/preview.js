// Asks what changes, and waits, while the tab is shown.
const host = document.querySelector('grappe-apercu')
const data = host.dataset
const root = host.shadowRoot ?? host
const find = (what) => root.querySelector(what)
const all = (what, within = document) => [...within.querySelectorAll(what)]
// Storage may be refused.
let store = {}
try { store = sessionStorage } catch {}
data.live = ''
if (window !== top) data.framed = ''

// Errors that were closed stay so until they change.
const settle = () => {
  const [errors, facts] = [find('.errors'), find('.facts')]
  if (errors) errors.open = errors.dataset.of !== store.grappeClosed
  if (facts) facts.open = store.grappeFacts === 'true'
}
const close = () => {
  find('.errors > summary')?.focus()
  find('.errors')?.removeAttribute('open')
}
root.addEventListener('toggle', ({ target: { className, dataset, open } }) => {
  if (className === 'facts') store.grappeFacts = open
  else store.grappeClosed = open ? '' : dataset.of
}, true)
root.addEventListener('click', ({ target }) => target.matches('.close') && close())
root.addEventListener('keydown', ({ key }) => key === 'Escape' && close())
settle()

const showPanel = ({ panel, status }) => {
  if (!find('.panel')) return
  const name = (it) => it.parentNode.className + it.className + it.href
  const focused = root.activeElement
  find('.panel').innerHTML = panel
  settle()
  const able = all('a, summary, .close, .overlay', root)
  if (focused) (able.find((it) => name(it) === name(focused)) ?? able[0]).focus()
  find('.said').textContent = status
}

// A style sheet goes once the new one is there.
const showStyles = (styles) =>
  all('link[rel~=stylesheet]:not([data-old], [rel~=alternate])').forEach((old, index) => {
    const href = styles[index]
    if (!href || old.href === new URL(href, location).href) return
    const fresh = old.cloneNode()
    fresh.href = href
    old.dataset.old = ''
    fresh.onload = () => old.remove()
    fresh.onerror = () => { fresh.remove(); delete old.dataset.old }
    old.after(fresh)
  })

// The place, kept over a reload.
const details = () => all('details').map((it, index) => [it, it.id || index])
const leave = (path) => {
  const open = details().map(([it, key]) => [key, it.open])
  store.grappePlace = JSON.stringify({ path, y: scrollY, open })
}
const place = JSON.parse(store.grappePlace || '{}')
if (place.path === location.pathname) {
  store.grappePlace = ''
  const open = new Map(place.open)
  for (const [it, key] of details()) it.open = open.get(key) ?? it.open
  scrollTo({ top: place.y, behavior: 'instant' })
}

const stays = ({ moved, version, state, styles, ...panel }) => {
  if (moved) {
    leave(moved)
    location.replace(moved + location.hash)
  } else if (version !== data.version) {
    leave(location.pathname)
    location.reload()
  } else {
    if (state !== data.state) {
      showStyles(styles)
      showPanel(panel)
      data.state = state
    }
    return true
  }
}

let turn = 0
let stop
const watch = async () => {
  const mine = turn
  for (let delay = 250; mine === turn;) {
    stop = new AbortController()
    // A connection may die in silence.
    const late = setTimeout(() => stop.abort(), 6e4)
    try {
      const { page, version, state } = data
      const asked = new URLSearchParams({ page, version, state })
      const news = await (await fetch('/_grappe/watch?' + asked, { signal: stop.signal })).json()
      if (mine !== turn || !stays(news)) return
      delay = 250
      delete data.stopped
    } catch {
      if (mine !== turn) return
      // Without a state, the answer comes at once.
      if ((delay *= 2) > 500) data.stopped = data.state = ''
      await new Promise((wake) => setTimeout(wake, Math.min(delay, 8e3)))
    }
    clearTimeout(late)
  }
}
// A hidden tab, or a page kept for the way back, holds no connection.
const rest = () => { turn++; stop?.abort() }
const wake = () => { rest(); document.hidden || watch() }
document.addEventListener('visibilitychange', wake)
addEventListener('pagehide', rest)
addEventListener('pageshow', wake)
