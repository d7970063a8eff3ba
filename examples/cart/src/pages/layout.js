import { html } from '../html.js';

const STEPS = ['かご', 'お客様情報', 'お支払い方法', 'ご確認', '完了'];

export const LAST_STEP = STEPS.length - 1;

export const yen = (amount) => html`<span class="yen">${amount.toLocaleString('ja-JP')}<small>円</small></span>`;

/**
 * The frame of every page.
 * @param step where the customer is on the way to an order, from 0; none elsewhere
 * @param scripts of the shop's own or the platform's, loaded after the page
 */
export function layout({ title, step, main, scripts, failed }) {
  return html`<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${failed && '入力内容をご確認ください｜'}${title}｜木漏れ日舎</title>
<link rel="icon" href="/leaf.svg" type="image/svg+xml">
<link rel="stylesheet" href="/shop.css">
${scripts}<script src="/shop.js" defer></script>
</head>
<body>
<a class="skip" href="#main">本文へ進む</a>
<header class="top">
<a class="brand" href="/"><img src="/leaf.svg" alt="" width="28" height="28"><span>木漏れ日舎</span></a>
<p>器と布と、お茶の店</p>
</header>
${step !== undefined && steps(step)}
<main id="main" tabindex="-1">
${main}
</main>
<footer>
<p>見本のお店です。商品は発送されず、代金をお支払いいただくこともございません。</p>
<p><a href="/law">特定商取引法に基づく表記</a></p>
</footer>
</body>
</html>
`;
}

function steps(current) {
  return html`<nav class="steps" aria-label="ご注文の手順"><ol>${STEPS.map(
    (name, i) => html`<li class="${i < current ? 'done' : i === current ? 'now' : ''}"${i === current && html` aria-current="step"`}><span>${name}${i < current && html`<span class="hidden">（済み）</span>`}</span></li>`,
  )}</ol></nav>`;
}

export function tokenField(session) {
  return html`<input type="hidden" name="token" value="${session.token}">`;
}

/** Tells what went wrong where everybody notices it, screen readers too. */
export function notice(kind, title, text) {
  return html`<div class="notice ${kind}" ${kind === 'bad' ? html`role="alert" tabindex="-1" autofocus` : html`role="status"`}><p><strong>${title}</strong></p>${text && html`<p>${text}</p>`}</div>`;
}
