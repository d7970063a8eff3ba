import { fields } from '../buyer.js';
import { html } from '../html.js';
import { buyerFields, errorSummary } from './fields.js';
import { layout, tokenField } from './layout.js';

/** The form carries the device tag: see docs/device-tag.md. Where it is blocked, the form is sent without its word. */
export function detailsPage(session, { base, tenant }, errors = {}) {
  return layout({
    title: 'お客様情報',
    step: 1,
    failed: Object.keys(errors).length > 0,
    scripts: html`<script src="${base}/tag/v1/device.js" data-tenant="${tenant}" data-field="device_session" async></script>`,
    main: html`<h1>お客様情報のご入力</h1>
${errorSummary(errors)}
<p>商品のお届け先と、ご連絡先をご入力ください。「任意」と記した項目のほかは、すべてご入力をお願いいたします。</p>
<form method="post" action="/details" novalidate data-bnpl-form>${tokenField(session)}
${buyerFields(Object.keys(fields), session.buyer, errors)}
<p class="next"><a href="/basket">かごに戻る</a><button>お支払い方法の選択へ</button></p>
</form>`,
  });
}
