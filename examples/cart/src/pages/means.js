import { html } from '../html.js';
import { questions } from '../means.js';
import { errorList } from './fields.js';
import { layout, tokenField } from './layout.js';
import { titleOf } from './payment.js';

export function meansPage(session, means = {}, errors = {}) {
  return layout({
    title: 'ご収入などのご入力',
    step: 2,
    failed: Object.keys(errors).length > 0,
    main: html`<h1>ご収入などのご入力</h1>
${errorList(Object.entries(errors))}
<p>${titleOf(session.payment)}をご利用いただくには、法律（割賦販売法）の定めにより、お支払い能力の確認が必要です。お手数ですが、次の項目をご入力ください。</p>
<form method="post" action="/means" novalidate>${tokenField(session)}
${Object.keys(questions).map((name) => field(name, means[name] ?? '', errors[name]))}
<p class="small">ご入力いただいた内容は、お支払い能力の確認のみに使用し、当店では保存いたしません。</p>
<p class="next"><a href="/payment">お支払い方法の選択に戻る</a><button>ご注文内容の確認へ</button></p>
</form>`,
  });
}

function field(name, value, error) {
  const { label, unit, hint, options, consent } = questions[name];
  const ids = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ');
  const attributes = html`id="${name}" name="${name}" required${ids && html` aria-describedby="${ids}"`}${error && html` aria-invalid="true"`}`;
  const wrong = error && html`<p class="error" id="${name}-error">${error}</p>`;
  if (consent) {
    return html`<div class="field consent${error && ' wrong'}">${wrong}
<input type="checkbox" value="yes"${value === 'yes' && html` checked`} ${attributes}><label for="${name}">${label}</label></div>`;
  }
  return html`<div class="field${error && ' wrong'}"><label for="${name}">${label}</label>
${wrong}
${options
    ? html`<select class="medium" ${attributes}><option value="">お選びください</option>${Object.entries(options).map(([code, text]) => html`<option value="${code}"${code === value && html` selected`}>${text}</option>`)}</select>`
    : html`<span class="amount"><input class="short" inputmode="numeric" maxlength="20" value="${value}" ${attributes}> ${unit}</span>`}
${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}
</div>`;
}
