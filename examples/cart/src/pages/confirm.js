// The last look before ordering. 特定商取引法12条の6 names what must stand here: quantity, price, when and how to pay, when the goods
// come, how to withdraw, and until when the offer stands.
import { html } from '../html.js';
import { basketTable } from './basket.js';
import { layout, notice, tokenField } from './layout.js';
import { CASH, termsOf, titleOf } from './payment.js';

export function confirmPage(session, problem) {
  const { payment, buyer } = session;
  return layout({
    title: 'ご注文内容の確認',
    step: 3,
    failed: problem?.kind === 'bad',
    main: html`<h1>ご注文内容の確認</h1>
${problem && notice(problem.kind, problem.title, problem.text)}
<p>まだご注文は完了していません。内容をご確認のうえ、「注文を確定する」を押してください。</p>
<section aria-labelledby="what"><h2 id="what">商品・数量・価格</h2>${basketTable(session.basket)}<p class="change"><a href="/basket">商品を変更する</a></p></section>
<section aria-labelledby="who"><h2 id="who">お届け先・ご連絡先</h2>
<dl class="facts">
<div><dt>お名前</dt><dd>${buyer.name} 様<span class="kana">${buyer.kana}</span></dd></div>
<div><dt>ご住所</dt><dd>〒${buyer.postal}<br>${buyer.prefecture}${buyer.city}${buyer.line1}${buyer.line2 && html`<br>${buyer.line2}`}</dd></div>
<div><dt>電話番号</dt><dd>${buyer.phone}</dd></div>
<div><dt>メールアドレス</dt><dd>${buyer.email}</dd></div>
<div><dt>生年月日</dt><dd>${Number(buyer.birth_year)}年${Number(buyer.birth_month)}月${Number(buyer.birth_day)}日</dd></div>
</dl><p class="change"><a href="/details">お客様情報を変更する</a></p></section>
<section aria-labelledby="how"><h2 id="how">お支払いの時期・方法</h2>
<p><strong>${payment.code === CASH ? '代金引換' : titleOf(payment)}</strong></p>
${payment.code === CASH
      ? html`<p>商品のお届け時に、配達員にお支払いください。手数料は無料です。</p>`
      : html`${termsOf(payment)}<p>請求書は、商品の発送後に<strong>${buyer.email}</strong>宛てのメールでお送りいたします。コンビニエンスストアまたは銀行振込でお支払いください。</p>
<p class="small">後払いのご利用には所定の審査がございます。審査と代金の請求のため、お客様のお名前、ご住所、電話番号など（ご入力いただいた場合は、ご収入などを含みます）とご注文内容を後払いサービスの運営会社に提供いたします。「注文を確定する」を押すことにより、後払いサービスの利用規約および個人情報の取扱いにご同意いただいたものといたします。</p>`}
<p class="change"><a href="/payment">お支払い方法を変更する</a></p></section>
<section aria-labelledby="when"><h2 id="when">商品の引渡時期</h2><p>ご注文の確定から3営業日以内に発送いたします。</p></section>
<section aria-labelledby="back"><h2 id="back">お申込みの撤回・解除（キャンセル・返品）</h2>
<ul><li>発送前は、お電話でご注文を取り消していただけます。</li>
<li>商品の到着後8日以内に、未使用のものに限り返品をお受けいたします。お客様のご都合による返品の送料は、お客様のご負担とさせていただきます。食品の返品はお受けしておりません。</li>
<li>不良品や誤送の場合は、送料当店負担で交換または返金いたします。</li></ul></section>
<section aria-labelledby="until"><h2 id="until">お申込みの期間</h2><p>販売期間の定めはございません。在庫がなくなり次第、販売を終了いたします。</p></section>
<form method="post" action="/order" class="order" data-once>${tokenField(session)}<input type="hidden" name="number" value="${session.draft.number}">
<p class="next"><a href="/payment">お支払い方法の選択に戻る</a><button class="final">注文を確定する</button></p></form>`,
  });
}
