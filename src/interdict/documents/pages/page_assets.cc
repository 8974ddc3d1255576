// The style sheet and the script that the pages of documents share.
#include "interdict/documents/pages/page_html.h"

namespace interdict::documents {

// Statuses have a colour and a sign (StatusSign); parties are told apart by their underline, so
// that both can lie on one word.
std::string_view SharedStyle() {
  return R"css(
:root { color-scheme: light dark;
  --paper: #ffffff; --ink: #1b1f24; --dim: #57606a; --rule: #d5dbe1; --card: #f5f7f9;
  --accent: #0065a8; --focus: #0b57d0; --party: #8a5a00; --other: #6b7681;
  --evidence: #fff6d6; --lit: #ffe08a;
  --in_force: #a8201a; --announced: #a84b00; --considered: #1d5fa8; --offered: #0b6e4a;
  --alleged: #7a3ea1; --denied: #57606a; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #14181d; --ink: #e8ecf0; --dim: #a3adb8; --rule: #363f4a; --card: #1d232a;
  --accent: #6cbcff; --focus: #8ab4ff; --party: #f0b94d; --other: #8d99a6;
  --evidence: #2a2718; --lit: #5c4a12;
  --in_force: #ff8a80; --announced: #ffb066; --considered: #7ab8ff; --offered: #5fd3a3;
  --alleged: #d0a6f5; --denied: #a3adb8; } }
* { box-sizing: border-box; }
body { background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif;
  max-width: 92rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 0 0 .25rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 .4rem; }
a { color: var(--accent); } .dim { color: var(--dim); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -100rem; } .skip:focus { left: 1rem; top: .25rem; }
.tiles { display: grid; gap: .75rem; margin: 1.25rem 0;
  grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); }
.tile { background: var(--card); border: 1px solid var(--rule); border-radius: 8px;
  padding: .5rem .9rem; }
.tile b { display: block; font-size: 1.5rem; font-variant-numeric: tabular-nums; }
.tile span { color: var(--dim); font-size: 13px; }
.notice { border: 1px solid var(--announced); border-radius: 8px; padding: .5rem .9rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px;
  font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; font-size: 1rem; padding: 1.5rem 0 .3rem; }
th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid var(--rule);
  vertical-align: top; }
th { color: var(--dim); font-weight: 600; } td.number, th.number { text-align: right; }
tr:target td, .event:target { background: var(--evidence); }
code, .rules { font: 12px/1.4 ui-monospace, monospace; color: var(--dim);
  overflow-wrap: anywhere; }
td .rules { display: block; min-width: 9rem; }
summary { cursor: pointer; } details { margin: 0 0 1rem; }
.status { white-space: nowrap; font-weight: 600; }
.in_force > .sign, .status.in_force { color: var(--in_force); }
.announced > .sign, .status.announced { color: var(--announced); }
.considered > .sign, .status.considered { color: var(--considered); }
.offered > .sign, .status.offered { color: var(--offered); }
.alleged > .sign, .status.alleged { color: var(--alleged); }
.denied > .sign, .status.denied { color: var(--denied); }
.flag { display: inline-block; border: 1px solid var(--announced); color: var(--announced);
  border-radius: 4px; padding: 0 .35rem; font-size: 12px; }
fieldset { border: 1px solid var(--rule); border-radius: 8px; padding: .3rem .8rem .5rem;
  display: inline-flex; flex-wrap: wrap; gap: .2rem 1rem; margin: 0; }
legend { color: var(--dim); font-size: 13px; padding: 0 .3rem; }
.filters { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1rem 0; }
.filters label { white-space: nowrap; cursor: pointer; } .filters input { margin: 0 .3rem 0 0; }
html:not(.js) .onlyjs { display: none; }
.nowrap { white-space: nowrap; }
html:not(.js) .filters input { display: none; }
#panel { display: none; }
.js #panel { display: block; position: fixed; overflow: auto; z-index: 2; background: var(--card);
  border: 1px solid var(--rule); padding: .75rem 1rem; }
.js #panel.empty { clip-path: inset(50%); height: 1px; padding: 0; border: 0; overflow: hidden; }
#panel.empty h2 { display: none; }
#panel h2 { font-size: 1rem; display: flex; justify-content: space-between; align-items: center; }
#panel button { font: inherit; color: var(--ink); background: var(--paper);
  border: 1px solid var(--rule); border-radius: 6px; padding: .1rem .6rem; cursor: pointer; }
#panel section + section { border-top: 1px solid var(--rule); margin-top: .6rem;
  padding-top: .6rem; }
#panel dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .8rem; margin: 0;
  font-size: 14px; }
#panel dt { color: var(--dim); } #panel dd { margin: 0; min-width: 0; }
.js { scroll-padding: 3rem 0; }
@media (min-width: 78rem) {
  .js #panel { width: 24rem; top: 1rem; max-height: calc(100vh - 2rem); border-radius: 8px;
    right: max(1.5rem, (100vw - 92rem) / 2 + 1.5rem); box-shadow: 0 4px 18px #0002; }
  .js #panel.left { right: auto; left: max(1.5rem, (100vw - 92rem) / 2 + 1.5rem); } }
@media (max-width: 77.99rem) {
  .js { scroll-padding-bottom: 48vh; }
  .js #panel { left: 0; right: 0; bottom: 0; max-height: 45vh;
    border-radius: 12px 12px 0 0; box-shadow: 0 -4px 18px #0004; } }
@media (max-width: 40rem) { body { padding: 1rem; } }
@media print { :root {
  --paper: #ffffff; --ink: #000000; --dim: #444444; --rule: #bbbbbb; --card: #ffffff;
  --accent: #000000; --party: #6b4500; --other: #6b7681; --evidence: #ffffff; --lit: #ffffff;
  --in_force: #a8201a; --announced: #a84b00; --considered: #1d5fa8; --offered: #0b6e4a;
  --alleged: #7a3ea1; --denied: #57606a; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  #panel, .js #panel, .skip, .onlyjs, .filters input { display: none; }
  table { font-size: 8.5pt; } td .rules { min-width: 0; } tr, .tile, blockquote, figure { break-inside: avoid; }
  thead { display: table-header-group; } .wide { overflow: visible; } }
)css";
}

// Explanations in a panel: of what the pointer rests on, what has the focus, or what was chosen.
// Marks are links with data-ids; each id is a row of a table or an element whose copy explains it.
// Elements with data-x="ID:ROLE" are lit with the class on-ROLE while ID is explained. Nothing is
// ever read as HTML: explanations are copies of what stands in the page.
std::string_view PanelScript() {
  return R"js(
(() => {
'use strict';
const root = document.documentElement;
const panel = document.getElementById('panel');
const content = document.getElementById('panel-content');
const closer = document.getElementById('panel-close');
let shown = null, pinned = false, timer = 0;
root.classList.add('js');
panel.classList.add('empty');
document.querySelectorAll('details.notes').forEach(d => { d.open = false; });

const begins = () => [...document.querySelectorAll('[data-begin]')]
  .filter(mark => mark.tabIndex >= 0 && mark.getClientRects().length > 0);

function copyOf(node) {
  const copy = node.cloneNode(true);
  [copy, ...copy.querySelectorAll('[id]')].forEach(n => n.removeAttribute('id'));
  copy.querySelectorAll('[data-ids]').forEach(n => n.removeAttribute('data-ids'));
  return copy;
}

function cardOf(source) {
  const card = document.createElement('section');
  if (source.tagName !== 'TR') {
    card.append(...copyOf(source).childNodes);
    return card;
  }
  const names = source.closest('table').tHead.rows[0].cells;
  const list = document.createElement('dl');
  [...source.cells].forEach((cell, i) => {
    if (cell.textContent.trim() === '') return;
    const name = document.createElement('dt'), value = document.createElement('dd');
    name.textContent = names[i].textContent;
    value.append(...copyOf(cell).childNodes);
    list.append(name, value);
  });
  card.append(list);
  return card;
}

function light(ids, on) {
  for (const id of ids) {
    for (const zone of document.querySelectorAll('[data-x*="' + CSS.escape(id) + ':"]')) {
      for (const name of zone.dataset.x.split(' ')) {
        if (name.startsWith(id + ':')) zone.classList.toggle('on-' + name.slice(id.length + 1), on);
      }
    }
  }
}

const idsOf = mark => mark.dataset.ids.split(' ');

function show(mark) {
  if (shown === mark) return;
  if (shown) { light(idsOf(shown), false); shown.classList.remove('shown'); }
  shown = mark;
  mark.classList.add('shown');
  const cards = idsOf(mark).map(id => document.getElementById(id)).filter(Boolean).map(cardOf);
  content.replaceChildren(...cards);
  light(idsOf(mark), true);
  // On the side where the mark is not.
  panel.classList.toggle('left', mark.getBoundingClientRect().left > innerWidth * 0.6);
  panel.classList.remove('empty');
  panel.scrollTop = 0;
}

function hide() {
  if (!shown) return;
  light(idsOf(shown), false);
  shown.classList.remove('shown');
  shown = null;
  pinned = false;
  panel.classList.remove('pinned');
  panel.classList.add('empty');
  content.replaceChildren();
}

function pin(mark) {
  show(mark);
  pinned = true;
  panel.classList.add('pinned');
  mark.scrollIntoView({block: 'nearest'});
}

const markAt = event => event.target instanceof Element ? event.target.closest('[data-ids]') : null;

document.addEventListener('mouseover', event => {
  const mark = markAt(event);
  clearTimeout(timer);
  if (mark && !pinned) timer = setTimeout(() => show(mark), 80);
});
document.addEventListener('focusin', event => {
  const mark = markAt(event);
  if (!mark) return;
  clearTimeout(timer);
  if (mark.matches(':focus-visible')) { pinned = false; pin(mark); }
});
document.addEventListener('click', event => {
  const mark = markAt(event);
  if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  pinned = false;
  pin(mark);
});
closer.addEventListener('click', () => {
  const mark = shown;
  hide();
  if (mark) mark.focus({preventScroll: true});
  hide();
});
document.addEventListener('keydown', event => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === 'Escape' && shown) { hide(); return; }
  const mark = markAt(event);
  const next = mark && neighbour(mark, event.key);
  if (!next) return;
  event.preventDefault();
  next.focus();
  pin(next);
});

// The next mark to the right or left in the order of the page; in a chart also the nearest above
// or below.
function neighbour(mark, key) {
  const all = begins();
  const step = {ArrowRight: 1, ArrowLeft: -1}[key];
  if (step) return all[all.indexOf(mark) + step];
  const down = {ArrowDown: 1, ArrowUp: -1}[key];
  if (!down || !mark.ownerSVGElement) return null;
  const middle = m => { const r = m.getBoundingClientRect(); return [r.x + 8, r.y + r.height / 2]; };
  const [x, y] = middle(mark);
  let best = null, least = Infinity;
  for (const other of all) {
    if (other.ownerSVGElement !== mark.ownerSVGElement) continue;
    const [ox, oy] = middle(other);
    const dy = (oy - y) * down;
    if (dy < 4) continue;
    const distance = dy * 3 + Math.abs(ox - x);
    if (distance < least) { best = other; least = distance; }
  }
  return best;
}

// Filters: an unchecked box hides its kind. A mark stays while one of its groups (the party, the
// measure) has nothing hidden; what is hidden leaves the tab order.
const boxes = [...document.querySelectorAll('input[data-kind]')];
function isHidden(mark) {
  const visible = {};
  for (const box of boxes) {
    if (!mark.classList.contains(box.dataset.kind)) continue;
    const group = box.dataset.group;
    visible[group] = (visible[group] ?? true) && box.checked;
  }
  const groups = Object.values(visible);
  return groups.length > 0 && !groups.includes(true);
}
function filter() {
  hide();
  for (const box of boxes) root.classList.toggle('hide-' + box.dataset.kind, !box.checked);
  for (const mark of document.querySelectorAll('[data-begin]')) {
    isHidden(mark) ? mark.setAttribute('tabindex', '-1') : mark.removeAttribute('tabindex');
  }
}
boxes.forEach(box => { box.checked = true; box.addEventListener('change', filter); });

let opened = [];
addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll('details:not([open])')];
  opened.forEach(d => { d.open = true; });
});
addEventListener('afterprint', () => { opened.forEach(d => { d.open = false; }); });
})();
)js";
}

std::string_view PanelElement() {
  return "<aside id=\"panel\" aria-label=\"Explanation\"><h2>Explanation "
         "<button type=\"button\" id=\"panel-close\" aria-label=\"Close the "
         "explanation\">✕</button>"
         "</h2>\n<div id=\"panel-content\" aria-live=\"polite\"></div></aside>\n";
}

std::string_view PanelHint() {
  return "<p class=\"dim onlyjs\">Point at a mark or choose it, or go from mark to mark with the "
         "tab "
         "and arrow keys: a panel explains it. Escape closes the panel.</p>\n";
}

}  // namespace interdict::documents
