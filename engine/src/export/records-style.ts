/** Style of the page of records: to be read on a screen and to be printed. Roles differ by their lines as well as by their colours. */
export const recordsStyle = `
:root{color-scheme:light;--ink:#1c2430;--dim:#55606e;--line:#cfd5dc;--source:#cfe6fb;--cue:#fbe3b5;--content:#e4f1dc;--against:#b3261e}
*{box-sizing:border-box}
body{margin:0 auto;max-width:52rem;padding:1.5rem;font:1rem/1.55 Georgia,'Times New Roman',serif;color:var(--ink);background:#fff}
h1{font-size:1.4rem;margin:0 0 .3rem}
h2{font-size:1.1rem;margin:1.8rem 0 .1rem;line-height:1.3}
a{color:#0b56a0}
p{margin:.15rem 0}
.about,.facts,.hash,footer,.legend{font:.8rem/1.5 system-ui,sans-serif;color:var(--dim);overflow-wrap:anywhere}
ol{list-style:none;margin:.5rem 0 0;padding:0}
li{border-left:3px solid var(--line);padding:.3rem 0 .3rem .8rem;margin:0 0 .8rem;break-inside:avoid}
blockquote{margin:.2rem 0;white-space:pre-line;overflow-wrap:anywhere;unicode-bidi:plaintext}
.who{font-weight:600;unicode-bidi:isolate}
.against{color:var(--against)}
mark{color:inherit;padding:0 .05em;-webkit-print-color-adjust:exact;print-color-adjust:exact}
mark.source{background:var(--source);border-bottom:2px solid #0b67b2}
mark.cue{background:var(--cue);border-bottom:2px dashed #9a6200}
mark.content{background:var(--content);border-bottom:1px dotted #3f7d2c}
:target{outline:2px solid #0b67b2;outline-offset:.2rem}
footer{border-top:1px solid var(--line);margin-top:2rem;padding-top:.6rem}
@media print{body{max-width:none;padding:0;font-size:10.5pt}h2{break-after:avoid}a{color:inherit}.page::after{content:" <" attr(href) ">"}}
`;
