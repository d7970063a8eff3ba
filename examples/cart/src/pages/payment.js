import { html } from '../html.js';
import { layout, notice, tokenField } from './layout.js';

export const CASH = 'cash_on_delivery';

export const titleOf = (plan) => (plan.count > 1 ? `後払い（${plan.count}回払い）` : '後払い（一括払い）');

/** @param offers the platform's answer, or null when it could not be asked */
export function paymentPage(session, offers, wrong) {
  const plans = (offers?.plans ?? []).filter((plan) => plan.eligible);
  const chosen = session.payment?.code ?? plans[0]?.code ?? CASH;
  return layout({
    title: 'お支払い方法',
    step: 2,
    failed: wrong,
    main: html`<h1>お支払い方法のご選択</h1>
${wrong && notice('bad', 'お支払い方法をお選びください。')}
${offers === null && notice('calm', 'ただいま後払いをご利用いただけません。', '恐れ入りますが、時間をおいてお試しいただくか、代金引換をご利用ください。')}
${offers && plans.length === 0 && notice('calm', '今回のご注文では、後払いをご利用いただけません。', '恐れ入りますが、代金引換をご利用ください。')}
<form method="post" action="/payment">${tokenField(session)}
<fieldset class="choices"><legend class="hidden">お支払い方法</legend>
${plans.map((plan) => choice(plan.code, titleOf(plan), plan.code === chosen, later(plan)))}
${choice(CASH, '代金引換', chosen === CASH || plans.length === 0, html`<p>お届けの際、配達員にお支払いください。手数料は無料です。</p>`)}
</fieldset>
<p class="next"><a href="/details">お客様情報に戻る</a><button>次へ進む</button></p>
</form>`,
  });
}

/** How and when a plan is paid, in the platform's own words where it gives them. */
export function termsOf(plan) {
  return plan.buyer_notice
    ? html`<p class="terms">${plan.buyer_notice}</p>`
    : html`<p>お支払期限は、商品の発送後にお送りする請求書に記載いたします。</p>`;
}

function later(plan) {
  return html`<p>商品が届いてから、コンビニエンスストアまたは銀行振込でお支払いいただけます。</p>
<details><summary>お支払い金額と期限</summary>${termsOf(plan)}</details>`;
}

function choice(code, title, checked, text) {
  return html`<div class="choice"><input type="radio" name="payment" id="pay-${code}" value="${code}"${checked && html` checked`}><label for="pay-${code}">${title}</label><div class="about">${text}</div></div>`;
}
