/** The page's own style: one column, readable at 360 px, dark where the reader's system is. */
export const PAGE_STYLE = `
:root{--ink:#1c2420;--soft:#5a665f;--line:#d9e0dc;--paper:#fff;--tint:#f3f7f5;--mark:#0f6b4f}
@media (prefers-color-scheme:dark){:root{--ink:#e6ece9;--soft:#a3b0a9;--line:#35403b;--paper:#141917;--tint:#1d2421;--mark:#6fd0ac}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:5rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.75 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","WenQuanYi Zen Hei",sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:46rem;margin:0 auto;padding:0 1rem}
h1{font-size:1.45rem;line-height:1.4;margin:1.5rem 0 .5rem}
h2{font-size:1.15rem;margin:2.25rem 0 .5rem;padding-bottom:.25rem;border-bottom:2px solid var(--mark)}
h3{font-size:1.02rem;line-height:1.6;margin:0}
p{margin:.35rem 0}
a{color:var(--mark)}
.soft{color:var(--soft);font-size:.9rem}
.draft-notice{background:var(--tint);border-left:4px solid #c98a1b;padding:.5rem .75rem}
.search{position:sticky;top:0;background:var(--paper);padding:.6rem 0;z-index:1;border-bottom:1px solid var(--line)}
.search input{width:100%;font:inherit;color:inherit;background:var(--tint);border:1px solid var(--line);border-radius:.5rem;padding:.5rem .75rem}
.search input:focus-visible,a:focus-visible,summary:focus-visible{outline:3px solid var(--mark);outline-offset:2px}
.search output{display:block;color:var(--soft);font-size:.85rem}
.search output:empty{display:none}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.4rem;padding:0;margin:.75rem 0}
nav a{display:block;text-decoration:none;border:1px solid var(--line);border-radius:1rem;padding:.15rem .7rem;font-size:.9rem}
article{padding:.9rem 0;border-bottom:1px solid var(--line)}
article:target{background:var(--tint);box-shadow:0 0 0 .5rem var(--tint)}
.anchor{color:var(--soft);text-decoration:none;padding:0 .3rem;font-weight:400}
.badge{font-size:.75rem;font-weight:400;border:1px solid #c98a1b;border-radius:.3rem;padding:0 .3rem;margin-left:.4rem;white-space:nowrap}
.answer{margin:.35rem 0}
.answer sup{color:var(--soft);font-size:.7rem;padding-left:.1rem}
details{font-size:.9rem;color:var(--soft)}
summary{cursor:pointer}
blockquote{margin:.4rem 0;padding:.1rem .75rem;border-left:3px solid var(--line)}
footer{padding:2rem 1rem;color:var(--soft);font-size:.85rem}
[hidden]{display:none!important}
@media print{.search,nav,.anchor{display:none}details>*{display:block}}
`.trim()

/** Search as one types: a question stays where every word typed is in it, its other wordings or its answer. */
export const PAGE_SCRIPT = `
const box=document.querySelector('.search'),input=box.querySelector('input'),said=box.querySelector('output')
const articles=[...document.querySelectorAll('article')],parts=[...document.querySelectorAll('section')]
const fold=text=>text.normalize('NFKC').toLowerCase().replace(/[“”"'‘’]/g,'')
const texts=articles.map(one=>fold(one.querySelector('h3').textContent+one.dataset.also+one.querySelector('.answer').textContent))
const find=()=>{
  const words=fold(input.value).split(/[\\s,，。?？、]+/).filter(Boolean)
  let shown=0
  articles.forEach((one,i)=>{one.hidden=!words.every(word=>texts[i].includes(word));if(!one.hidden)shown++})
  parts.forEach(part=>{part.hidden=!part.querySelector('article:not([hidden])')})
  said.textContent=words.length===0?'':said.dataset[shown===0?'none':'some'].replace('#',shown)
}
box.hidden=false
input.addEventListener('input',find)
addEventListener('hashchange',()=>{const one=document.getElementById(location.hash.slice(1));if(one&&one.closest('[hidden]')){input.value='';find();one.scrollIntoView()}})
find()
`.trim()
