import { goods, MOST_OF_ONE } from '../goods.js';
import { html } from '../html.js';
import { layout, tokenField, yen } from './layout.js';

export function goodsPage(session) {
  return layout({
    title: '器と布と、お茶の店',
    main: html`<section class="hero"><h1>木漏れ日のような、<br>毎日の道具を。</h1>
<p>ちいさな工房から届く、気取らない器と布。お届けのあと、コンビニや銀行でのお支払いもお選びいただけます。</p></section>
<ul class="goods">${goods.map(
      (item) => html`<li><article aria-labelledby="${item.sku}">
<img src="/${item.sku}.svg" alt="" width="320" height="240">
<h2 id="${item.sku}">${item.name}</h2>
<p>${item.text}</p>
<p class="price">${yen(item.price)}<span class="tax">税込${item.taxRate === '0.08' && '・軽減税率8％'}</span></p>
<form method="post" action="/basket">${tokenField(session)}<input type="hidden" name="sku" value="${item.sku}">
<label>数量 <select name="quantity" aria-label="${item.name}の数量">${Array.from({ length: MOST_OF_ONE }, (_, i) => html`<option>${i + 1}</option>`)}</select></label>
<button>かごに入れる</button></form>
</article></li>`,
    )}</ul>
${session.basket.size > 0 && html`<p class="next"><a class="button" href="/basket">かごを見る</a></p>`}`,
  });
}
