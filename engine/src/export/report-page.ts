/** Tells a page of ours from other files. */
export const pageMark = '<meta name="generator" content="According">';

/** Style of the page of reports. The three hues stay apart for colour-blind readers; each role also has a line of its own. */
export const pageStyle = `
:root{color-scheme:light dark;--ink:#1c2430;--paper:#fdfcfa;--dim:#5f6b7a;--line:#d9dde3;--source:#cfe6fb;--cue:#fbe3b5;--content:#e4f1dc;--source-line:#0b67b2;--cue-line:#9a6200;--content-line:#3f7d2c}
@media(prefers-color-scheme:dark){:root{--ink:#e6e9ee;--paper:#14181e;--dim:#9aa6b5;--line:#303843;--source:#123c5e;--cue:#553c07;--content:#1f3a1a;--source-line:#6cb6f5;--cue-line:#e9b04a;--content-line:#8fcf78}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:82rem;padding:1rem;font:1.05rem/1.65 Georgia,'Times New Roman',serif;color:var(--ink);background:var(--paper)}
header,aside,.about,.origin,.notes{font-family:system-ui,sans-serif;font-size:.85rem;color:var(--dim)}
header{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:baseline;border-bottom:1px solid var(--line);padding-bottom:.6rem}
.legend{display:flex;gap:.5rem;list-style:none;margin:0;padding:0}
a{color:var(--source-line)}
h1{line-height:1.25;margin:1.4rem 0 .2rem}
h2{font-size:1rem;margin:.2rem 0 .6rem;color:var(--ink)}
section{border-bottom:1px solid var(--line);padding-bottom:1rem}
.columns{display:grid;grid-template-columns:minmax(0,38rem) minmax(16rem,1fr);gap:2.5rem}

article p{margin:0 0 1rem}
mark{color:inherit;background:none;border-bottom:2px solid transparent;padding:.05em 0}
mark.content{background:var(--content);border-bottom:1px dotted var(--content-line)}
mark.cue{background:var(--cue);border-bottom:2px dashed var(--cue-line)}
mark.source{background:var(--source);border-bottom:2px solid var(--source-line)}
.picked section mark:not(.on){background:none;border-color:transparent}
mark.on{outline:1px solid currentColor;outline-offset:-1px}
aside ol{margin:0;padding-left:2rem;max-height:92vh;overflow:auto;position:sticky;top:.5rem}
aside li{border-bottom:1px solid var(--line);padding:.45rem .3rem;cursor:default}
aside li.on,aside li:focus{background:color-mix(in srgb,var(--source) 45%,transparent);outline:none}
aside li:focus-visible{outline:2px solid var(--source-line);outline-offset:-2px}
dl{display:grid;grid-template-columns:4.2rem minmax(0,1fr);gap:.1rem .5rem;margin:0}
dt{color:var(--dim)}
dd{margin:0;color:var(--ink)}
dd.source{font-weight:600}
dd i{font-weight:400;color:var(--dim)}
.origin{overflow-wrap:anywhere}
article,h1,dd,.about,.notes{overflow-wrap:anywhere}
@media(max-width:56rem){.columns{grid-template-columns:minmax(0,1fr);gap:1rem}aside ol{max-height:none;position:static}.hint{display:none}h1{font-size:1.5rem}}
@media print{aside ol{max-height:none;position:static}.hint{display:none}}
`.trim();

/** Ties the marks in the text to the list: hover or focus one, and its attribution stands out; j and k move. */
export const pageScript = `
const items=[...document.querySelectorAll('aside li[data-of]')];
const show=(id,scroll)=>{document.querySelectorAll('.on').forEach(e=>e.classList.remove('on'));
document.body.classList.toggle('picked',!!id);if(!id)return;
const item=items.find(e=>e.dataset.of===id);item?.classList.add('on');
const marks=[...document.querySelectorAll('mark[data-in]')].filter(e=>e.dataset.in.split(' ').includes(id));
marks.forEach(e=>e.classList.add('on'));if(scroll)marks[0]?.scrollIntoView({block:'nearest'});else item?.scrollIntoView({block:'nearest'})};
for(const item of items){item.addEventListener('mouseenter',()=>show(item.dataset.of,true));item.addEventListener('focus',()=>show(item.dataset.of,true))}
for(const mark of document.querySelectorAll('mark[data-in]'))mark.addEventListener('mouseenter',()=>show(mark.dataset.in.split(' ').at(-1),false));
document.querySelectorAll('section').forEach(e=>e.addEventListener('mouseleave',()=>show(null)));
addEventListener('keydown',e=>{const step={j:1,k:-1}[e.key];if(!step||e.ctrlKey||e.metaKey||e.altKey)return;
const at=items.indexOf(document.activeElement);items[Math.max(0,Math.min(items.length-1,at+step))]?.focus()});
`.trim();
