/**
 * Style of the page of reports. The hues of the three roles stay apart for colour-blind readers; each role also has a line
 * of its own, and what disputes and is disputed has words besides its red.
 */
export const pageStyle = `
:root{color-scheme:light dark;--ink:#1c2430;--paper:#fdfcfa;--card:#fff;--dim:#5f6b7a;--line:#d9dde3;--source:#cfe6fb;--cue:#fbe3b5;--content:#e4f1dc;--source-line:#0b67b2;--cue-line:#9a6200;--content-line:#3f7d2c;--against:#b3261e;--against-back:#fbe6e4;--own:#8b94a1}
@media(prefers-color-scheme:dark){:root{--ink:#e6e9ee;--paper:#14181e;--card:#1b2028;--dim:#9aa6b5;--line:#303843;--source:#123c5e;--cue:#553c07;--content:#1f3a1a;--source-line:#6cb6f5;--cue-line:#e9b04a;--content-line:#8fcf78;--against:#ff8a80;--against-back:#4a1f1c;--own:#7a8696}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:84rem;padding:1rem;font:1.05rem/1.65 Georgia,'Times New Roman',serif;color:var(--ink);background:var(--paper)}
header,aside,.about,.summary,.origin,.notes{font-family:system-ui,sans-serif;font-size:.85rem;color:var(--dim)}
header{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:baseline;border-bottom:1px solid var(--line);padding-bottom:.6rem}
.legend{display:flex;flex-wrap:wrap;gap:.2rem .6rem;list-style:none;margin:0;padding:0;color:var(--ink)}
kbd{font:inherit;border:1px solid var(--line);border-radius:3px;padding:0 .3em}
a{color:var(--source-line)}
h1{line-height:1.25;margin:1.4rem 0 .2rem}
h2{font-size:.8rem;margin:0 0 .4rem;color:var(--dim);font-weight:600}
.about,.summary{margin:.2rem 0}
.summary{color:var(--ink)}
section{border-bottom:1px solid var(--line);padding-bottom:1rem}
.columns{display:grid;grid-template-columns:minmax(0,38rem) minmax(20rem,1fr);gap:2.5rem;margin-top:1.2rem}
article p{margin:0 0 1rem}
section mark{cursor:pointer}
section mark{scroll-margin-top:20vh}
mark{color:inherit;background:none;border-bottom:2px solid transparent;padding:.05em 0}
mark.content{background:var(--content);border-bottom:1px dotted var(--content-line)}
mark.cue{background:var(--cue);border-bottom:2px dashed var(--cue-line)}
mark.source{background:var(--source);border-bottom:2px solid var(--source-line)}
.own{text-decoration:underline dotted 1px var(--own);text-underline-offset:.3em}
section a.n[data-n]{scroll-margin-top:12vh;text-decoration:none;font:600 .62rem/1 system-ui,sans-serif;vertical-align:.55em;color:var(--dim);margin-right:.25em}
section a.n[data-n]::before{content:attr(data-n)}
.choosing mark:not(.of){background:none;border-color:transparent}
.picked section mark{background:none;border-color:transparent}
.picked section mark.on-content{background:var(--content);border-bottom:1px dotted var(--content-line)}
.picked section mark.on-source{background:var(--source);border-bottom:2px solid var(--source-line)}
.picked section mark.on-cue{background:var(--cue);border-bottom:2px dashed var(--cue-line)}
.picked .who{outline:1px dotted var(--source-line);outline-offset:0}
.picked section .against{outline:2px solid var(--against);outline-offset:-1px;background:var(--against-back)}
.picked section mark.by{border-bottom:2px solid var(--against)}
aside{position:sticky;top:.5rem;max-height:calc(100vh - 1rem);display:flex;flex-direction:column;align-self:start}
.speakers{display:flex;flex-wrap:wrap;gap:.3rem;list-style:none;margin:0 0 .8rem;padding:0 .2rem .2rem 0;max-height:30vh;overflow:auto;flex:none}
.speakers button{font:inherit;text-align:left;color:var(--ink);background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.15rem .5rem;cursor:pointer}
.speakers button:hover{border-color:var(--source-line)}
.speakers button[aria-pressed=true]{border-color:var(--source-line);background:var(--source)}
.speakers b{color:var(--dim);font-weight:600;margin:0 .1rem}
.speakers .badge,.speakers .known{display:none}
.speakers [aria-pressed=true] .badge{display:inline}
.speakers [aria-pressed=true] .known{display:block;color:var(--ink);font-size:.8rem}
.cards{list-style:none;margin:0;padding:0;overflow:auto;overscroll-behavior:contain;flex:1 1 auto;position:relative}
.cards>li{background:var(--card);border:1px solid var(--line);border-left:3px solid var(--line);border-radius:.3rem;padding:.45rem .6rem;margin:0 .2rem .5rem 0;color:var(--ink);line-height:1.45}
.cards>li.unsure{border-style:dashed dashed dashed solid}
.cards p{margin:.15rem 0}
.head{display:flex;flex-wrap:wrap;gap:.1rem .3rem;align-items:baseline;margin-right:.1rem}
.head .n{font-weight:600;color:var(--dim);text-decoration:none;min-width:1.2em}
.name{font-weight:600;unicode-bidi:isolate;margin-right:.2rem}
.nobody{font-style:italic;font-weight:400}
.sure{margin-left:auto;color:var(--dim);font-size:.75rem}
.badge{font-size:.74rem;border:1px solid var(--line);border-radius:.7rem;padding:0 .45rem;color:var(--dim);white-space:nowrap}
.stance{color:var(--ink);border-color:var(--dim)}
.badge.denies,.badge.doubts,.badge.accuses,.badge.refuses{border-color:var(--against);color:var(--against)}
.badge.distancing,.badge.endorsing{border-color:var(--cue-line);color:var(--cue-line)}
.cards .content{unicode-bidi:isolate}
.cards .said{color:var(--dim)}
.cards .cue{color:var(--cue-line);font-weight:600}
.dispute{color:var(--against)}
.dispute a{color:inherit;font-weight:600}
.dispute::before{content:'✗ ';content:'✗ ' / ''}
details{color:var(--dim)}
summary{cursor:pointer;width:max-content}
details ul{margin:.1rem 0;padding-left:1.1rem}
details b{font-weight:600}
.cards>li.on,.cards>li:focus,.cards>li:target{border-color:var(--source-line);background:color-mix(in srgb,var(--source) 45%,var(--card));outline:none}
.cards>li:focus-visible,button:focus-visible,a:focus-visible,summary:focus-visible{outline:2px solid var(--source-line);outline-offset:-2px}
.picked section .cards>li.against{background:var(--against-back);border-color:var(--against);outline:none}
.picked .cards>li.by{border-left-color:var(--against)}
.choosing .cards>li:not(.of):not(:focus):not(.on){opacity:.35}
.origin{overflow-wrap:anywhere}
article,h1,aside,.about,.notes{overflow-wrap:anywhere}
@media(max-width:56rem){.columns{grid-template-columns:minmax(0,1fr);gap:1rem}aside{position:static;max-height:none}.cards,.speakers{overflow:visible;max-height:none}.hint{display:none}h1{font-size:1.5rem}
.cards>li.sheet{position:fixed;z-index:1;left:0;right:0;bottom:0;margin:0;max-height:50vh;overflow:auto;border-radius:.8rem .8rem 0 0;border-width:2px 0 0;padding:.8rem 1rem 1.2rem;box-shadow:0 -.3rem 1.5rem rgb(0 0 0/.35);background:var(--card)}}
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{body{max-width:none;padding:0;font-size:10.5pt}.columns{display:block}aside{position:static;max-height:none;display:block;margin-top:1.5rem}.cards,.speakers{overflow:visible;max-height:none}.cards>li{break-inside:avoid}.hint,summary{display:none}mark,.badge{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`.trim();
