// What became of an order. One page, always as the platform sees the order now: reload it as often as you like.
import { fieldsToCorrect } from '../buyer.js';
import { html } from '../html.js';
import { basketTable } from './basket.js';
import { buyerFields, errorSummary } from './fields.js';
import { LAST_STEP, layout, notice, tokenField } from './layout.js';

export function resultPage(session, kept, { errors = {}, codeError, told } = {}) {
  const { title, main, step } = viewOf(kept)(session, kept, { errors, codeError });
  const failed = Object.keys(errors).length > 0 || Boolean(codeError);
  return layout({ title, step, failed, main: html`${told && notice('calm', told)}${main}` });
}

/** The fields that would answer the hold; empty when there is nothing the customer can do. */
export function correctable(order) {
  return [...new Set(order.decision.reasons.flatMap(({ field }) => (field ? fieldsToCorrect(field) : [])))];
}

const needsCode = (order) => order.allowed_actions.includes('verification');

function viewOf({ order }) {
  if (!order) return thanksCash;
  switch (order.status) {
    case 'screening':
      return waiting;
    case 'on_hold':
      return needsCode(order) ? code : correctable(order).length > 0 ? correction : waiting;
    case 'declined':
      return declined;
    case 'canceled':
    case 'expired':
      return ended;
    default:
      return thanks;
  }
}

const numberLine = (kept) => html`<p class="order-number">ご注文番号：<strong>${kept.number}</strong></p>`;

function thanks(_, kept) {
  return {
    title: 'ご注文ありがとうございます',
    step: LAST_STEP,
    main: html`<div class="thanks"><h1>ご注文ありがとうございます</h1>
<p>${kept.buyer.name} 様のご注文を承りました。商品は、3営業日以内に発送いたします。</p>${numberLine(kept)}</div>
<section aria-labelledby="invoice"><h2 id="invoice">請求書のご案内</h2>
<ol class="flow"><li>商品の発送後、<strong>${kept.buyer.email}</strong>宛てに請求書をメールでお送りいたします。</li>
<li>お近くのコンビニエンスストア、または銀行振込でお支払いください。</li>
<li>お支払期限は請求書に記載しております。期限までのお支払いをお願いいたします。</li></ol></section>
${bought(kept)}${home}`,
  };
}

function thanksCash(_, kept) {
  return {
    title: 'ご注文ありがとうございます',
    step: LAST_STEP,
    main: html`<div class="thanks"><h1>ご注文ありがとうございます</h1>
<p>${kept.buyer.name} 様のご注文を承りました。商品は、3営業日以内に発送いたします。</p>${numberLine(kept)}</div>
<section aria-labelledby="cash"><h2 id="cash">お支払いのご案内</h2><p>商品のお届け時に、代金を配達員にお支払いください。</p></section>
${bought(kept)}${home}`,
  };
}

function waiting(_, kept) {
  return {
    title: 'ご注文内容を確認しております',
    main: html`<h1>ご注文内容を確認しております</h1>
<p>ご注文をお受けいたしました。ただいま後払いのご利用について確認しておりますので、今しばらくお待ちください。</p>
<p>確認が終わりましたら、<strong>${kept.buyer.email}</strong>宛てにメールでお知らせいたします。商品は、確認が終わり次第お送りいたします。</p>
${numberLine(kept)}${bought(kept)}
<p class="next"><a href="/">お店に戻る</a><a class="button quiet" href="/orders/${kept.number}">最新の状況を見る</a></p>`,
  };
}

function correction(session, kept, { errors }) {
  const names = correctable(kept.order);
  return {
    title: 'ご入力内容の確認をお願いいたします',
    main: html`<h1>ご入力内容の確認をお願いいたします</h1>
${errorSummary(errors)}
<p>ご注文をお受けいたしましたが、次の点を確認できませんでした。お手数ですが、ご訂正をお願いいたします。</p>
${message(kept.order)}${until(kept.order)}
<form method="post" action="/orders/${kept.number}/corrections" novalidate data-once>${tokenField(session)}
${buyerFields(names, { ...kept.buyer, ...kept.typed }, errors)}
<p class="next"><button>この内容で送信する</button></p></form>
${numberLine(kept)}`,
  };
}

function code(session, kept, { codeError }) {
  return {
    title: 'ご本人確認のお願い',
    main: html`<h1>ご本人確認のお願い</h1>
<p>ご入力いただいた電話番号に、SMSで6桁の確認コードをお送りいたしました。届いたコードを、10分以内にご入力ください。</p>
<form method="post" action="/orders/${kept.number}/verification" novalidate data-once>${tokenField(session)}
<div class="field${codeError && ' wrong'}"><label for="code">確認コード（数字6桁）</label>
${codeError && html`<p class="error" id="code-error" role="alert">${codeError}</p>`}
<input id="code" name="code" class="short code" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required${codeError && html` aria-invalid="true" aria-describedby="code-error"`}></div>
<p class="next"><button>確認する</button></p></form>
<form method="post" action="/orders/${kept.number}/resend" data-once>${tokenField(session)}<p>コードが届かない場合は、<button class="link">もう一度送る</button></p></form>
${numberLine(kept)}`,
  };
}

function declined(_, kept) {
  return {
    title: '別のお支払い方法をお選びください',
    main: html`<h1>別のお支払い方法をお選びください</h1>
${message(kept.order)}
<p>ご注文はまだ完了していません。かごの中身とご入力いただいた内容は、そのまま残っております。</p>
<p class="next"><a href="/">お店に戻る</a><a class="button" href="/payment">お支払い方法を選ぶ</a></p>`,
  };
}

function ended(_, kept) {
  return {
    title: 'このご注文は取り消されました',
    main: html`<h1>このご注文は取り消されました</h1>
<p>${kept.order.status === 'expired' ? '期限までに確認が取れなかったため、ご注文を取り消させていただきました。' : 'ご注文は取消しとなりました。'}ご請求はございません。</p>
${numberLine(kept)}${home}`,
  };
}

const home = html`<p class="next"><a class="button quiet" href="/">お店に戻る</a></p>`;

const bought = (kept) => html`<section aria-labelledby="bought"><h2 id="bought">ご注文の内容</h2>${basketTable(kept.basket)}</section>`;

const message = (order) => order.decision.buyer_message && html`<p class="message">${order.decision.buyer_message}</p>`;

/** The last day on which an answer still counts: the deadline is the instant after it. */
function until({ decision }) {
  if (!decision.deadline_at) return null;
  const last = new Date(Date.parse(decision.deadline_at) - 1);
  return html`<p>${new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', month: 'long', day: 'numeric', weekday: 'short' }).format(last)}までにお送りください。過ぎますと、ご注文は取消しとなります。</p>`;
}
