import { linesOf, MOST_OF_ONE, sumOf } from '../goods.js';
import { html } from '../html.js';
import { layout, tokenField, yen } from './layout.js';

export function basketPage(session) {
  return layout({ title: 'お買い物かご', step: 0, main: session.basket.size > 0 ? filled(session) : empty });
}

/** What is bought for how much; shown again wherever the customer is asked to decide. */
export function basketTable(basket) {
  const { subtotal, shipping, total } = sumOf(basket);
  return html`<table class="lines">
<thead><tr><th scope="col">商品</th><th scope="col" class="number">数量</th><th scope="col" class="number">金額（税込）</th></tr></thead>
<tbody>${linesOf(basket).map((line) => html`<tr><th scope="row">${line.name}${line.taxRate === '0.08' && html`<span class="tax">軽減税率8％</span>`}</th><td class="number">${line.quantity}</td><td class="number">${yen(line.price * line.quantity)}</td></tr>`)}</tbody>
<tfoot><tr><th scope="row" colspan="2">小計</th><td class="number">${yen(subtotal)}</td></tr>
<tr><th scope="row" colspan="2">送料</th><td class="number">${yen(shipping)}</td></tr>
<tr class="total"><th scope="row" colspan="2">合計（税込）</th><td class="number">${yen(total)}</td></tr></tfoot>
</table>`;
}

const empty = html`<h1>お買い物かご</h1><p>かごには、まだ何も入っていません。</p><p class="next"><a class="button" href="/">商品を見る</a></p>`;

function filled(session) {
  const { shipping, total } = sumOf(session.basket);
  return html`<h1>お買い物かご</h1>
<ul class="basket">${linesOf(session.basket).map(
    (line) => html`<li><img src="/${line.sku}.svg" alt="" width="96" height="72"><div>
<p class="name">${line.name}</p>
<form method="post" action="/basket">${tokenField(session)}<input type="hidden" name="sku" value="${line.sku}"><input type="hidden" name="change" value="yes">
<label>数量 <select name="quantity" aria-label="${line.name}の数量">${Array.from({ length: MOST_OF_ONE + 1 }, (_, i) => html`<option value="${i}"${i === line.quantity && html` selected`}>${i === 0 ? '0（削除）' : i}</option>`)}</select></label>
<button class="quiet" aria-label="${line.name}の数量を変更">変更</button></form></div>
<p class="price">${yen(line.price * line.quantity)}</p></li>`,
  )}</ul>
<dl class="sums"><div><dt>送料（全国一律）</dt><dd>${yen(shipping)}</dd></div><div class="total"><dt>合計（税込）</dt><dd>${yen(total)}</dd></div></dl>
<p class="next"><a href="/">お買い物を続ける</a><a class="button" href="/details">ご購入手続きへ</a></p>`;
}
