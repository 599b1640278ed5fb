/**
 * Ties the text to the cards. Pointing at a statement lights it up; clicking or focusing one holds it until another or Esc:
 * its source, cue and content, the mentions of its speaker, what it disputes and what disputes it. j and k move, Enter opens
 * the reasons, choosing a speaker dims the others. On a narrow page, what is touched in the text brings its card up.
 */
export const pageScript = String.raw`
const all = (what, within = document) => [...within.querySelectorAll(what)];
const words = (text) => (text ? text.split(' ') : []);
const push = (map, key, value) => (map.has(key) ? map.get(key).push(value) : map.set(key, [value]));

// What belongs to what is gathered once, so that a page of hundreds of statements answers at once.
const cards = all('.cards > li');
const cardOf = new Map(cards.map((card) => [card.dataset.of, card]));
const parts = new Map(), mentions = new Map(), against = new Map(), disputing = new Map();
for (const mark of all('mark[data-in]'))
  for (const key of words(mark.dataset.in)) {
    const [report, number, role] = key.split('-');
    push(parts, report + '-' + number, { mark, role });
  }
for (const span of all('[data-who]')) for (const speaker of words(span.dataset.who)) push(mentions, speaker, span);
for (const span of all('[data-against]')) for (const id of words(span.dataset.against)) push(against, id, span);
for (const card of cards) for (const id of words(card.dataset.disputes)) push(disputing, id, card.dataset.of);

const narrow = matchMedia('(max-width:56rem)');
let lit = [], shown = null, held = null;

function light(element, name) {
  if (!element || element.classList.contains(name)) return;
  element.classList.add(name);
  lit.push([element, name]);
}

function show(id) {
  if (id === shown) return;
  shown = id;
  for (const [element, name] of lit) element.classList.remove(name);
  lit = [];
  const card = cardOf.get(id);
  document.body.classList.toggle('picked', !!card);
  if (!card) return;
  const own = parts.get(id) ?? [];
  light(card, 'on');
  for (const span of mentions.get(card.dataset.speaker) ?? []) light(span, 'who');
  for (const { mark, role } of own) light(mark, 'on-' + role);
  for (const span of against.get(id) ?? []) light(span, 'against');
  for (const other of words(card.dataset.disputes)) {
    light(cardOf.get(other), 'against');
    const theirs = parts.get(other) ?? [];
    const hasContent = theirs.some(({ role }) => role === 'content');
    for (const { mark, role } of theirs)
      if ((role === 'content' || !hasContent) && !own.some((part) => part.mark === mark)) light(mark, 'against');
  }
  for (const other of disputing.get(id) ?? []) {
    light(cardOf.get(other), 'by');
    for (const { mark, role } of parts.get(other) ?? []) if (role === 'cue') light(mark, 'by');
  }
}

// Scrolls the list and never the page, which would slip away under the pointer.
function reach(card) {
  const list = card.parentElement;
  if (list.scrollHeight <= list.clientHeight) return;
  const top = card.offsetTop, bottom = top + card.offsetHeight;
  const room = innerHeight - list.getBoundingClientRect().top;
  const seen = Math.min(list.clientHeight, room > card.offsetHeight ? room : Infinity);
  if (top < list.scrollTop) list.scrollTop = top;
  else if (bottom > list.scrollTop + seen) list.scrollTop = bottom - seen + 8;
}

function reveal(id, place = document.getElementById('t' + id)) {
  if (!place) return;
  const { top, bottom } = place.getBoundingClientRect();
  const inSight = top >= 0 && bottom <= innerHeight * (narrow.matches ? 0.5 : 1);
  if (!inSight) place.scrollIntoView({ block: narrow.matches ? 'start' : 'center' });
}

function drop() {
  for (const card of all('.sheet')) card.classList.remove('sheet');
}

function hold(id, fromText) {
  const card = cardOf.get(id);
  if (!card) return;
  drop();
  held = id;
  show(id);
  if (narrow.matches && fromText) card.classList.add('sheet');
  reach(card);
  history.replaceState(null, '', '#r' + id);
}

function release() {
  drop();
  held = null;
  show(null);
  document.activeElement?.blur();
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
}

function statementAt(element) {
  const number = element.closest('a.n[data-n]');
  if (number) return number.hash.slice(2);
  const mark = element.closest('mark[data-in]');
  return mark ? words(mark.dataset.in).at(-1).split('-', 2).join('-') : null;
}

function choose(button) {
  const chosen = button.getAttribute('aria-pressed') !== 'true';
  const section = button.closest('section');
  for (const other of all('[data-choose]', section)) other.setAttribute('aria-pressed', chosen && other === button);
  for (const element of all('.of', section)) element.classList.remove('of');
  section.classList.toggle('choosing', chosen);
  if (!chosen) return;
  const theirs = all('.cards > li', section).filter((card) => card.dataset.speaker === button.dataset.choose);
  for (const card of theirs) {
    card.classList.add('of');
    for (const { mark } of parts.get(card.dataset.of) ?? []) mark.classList.add('of');
  }
  if (theirs[0]) reach(theirs[0]);
}

addEventListener('mouseover', ({ target }) => {
  if (!target.closest || narrow.matches) return;
  const card = target.closest('.cards > li');
  const id = card ? card.dataset.of : statementAt(target);
  show(id ?? held);
  if (id && !card) reach(cardOf.get(id));
});
document.documentElement.addEventListener('mouseleave', () => show(held));

addEventListener('focusin', ({ target }) => {
  const card = target.closest('.cards > li');
  if (!card || card.dataset.of === held) return;
  hold(card.dataset.of, false);
  if (!narrow.matches) reveal(card.dataset.of);
});

addEventListener('click', (event) => {
  const { target } = event;
  const button = target.closest('[data-choose]');
  if (button) return choose(button);
  const link = target.closest('a');
  const id = link?.hash.slice(2);
  if (link && cardOf.has(id) && link.getAttribute('href').startsWith('#')) {
    event.preventDefault();
    const fromText = link.hash.startsWith('#r') && !!link.closest('.sheet,article,h1');
    hold(id, fromText);
    reveal(id);
    if (link.hash.startsWith('#r') && !(narrow.matches && fromText)) cardOf.get(id).focus({ preventScroll: !narrow.matches });
    return;
  }
  if (link || target.closest('.cards') || !getSelection().isCollapsed) return;
  const touched = target.closest('article,h1') && statementAt(target);
  if (touched) {
    hold(touched, true);
    if (narrow.matches) reveal(touched, target);
  } else if (held) release();
});

addEventListener('keydown', (event) => {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (key === 'Escape') {
    const button = document.querySelector('[aria-pressed=true]');
    if (held) release();
    else if (button) choose(button);
  } else if (key === 'Enter' && target.matches('.cards > li')) {
    const why = target.querySelector('details');
    if (why) why.open = !why.open;
  } else if (key === 'j' || key === 'k') {
    const step = key === 'j' ? 1 : -1;
    const offered = cards.filter((card) => !card.closest('.choosing') || card.classList.contains('of'));
    const at = offered.indexOf(cardOf.get(held));
    const next = at < 0 ? (step > 0 ? 0 : offered.length - 1) : Math.min(offered.length - 1, Math.max(0, at + step));
    offered[next]?.focus({ preventScroll: !narrow.matches });
  }
});

// The address names a statement: #r0-4 is the fourth of the first report.
function arrive() {
  const id = location.hash.slice(2);
  if (!location.hash.startsWith('#r') || !cardOf.has(id)) return;
  scrollTo({ top: 0, behavior: 'instant' });
  hold(id, true);
  reveal(id);
}
addEventListener('hashchange', arrive);
addEventListener('load', arrive);
`.trim();
