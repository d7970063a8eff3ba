import { html } from '../html.js';
import { layout } from './layout.js';

const page = (title, text, link = '/', name = 'お店に戻る') =>
  layout({ title, main: html`<h1>${title}</h1><p>${text}</p><p class="next"><a class="button" href="${link}">${name}</a></p>` });

export const notFoundPage = page('ページが見つかりません', 'お探しのページは、移動したか、なくなった可能性があります。');
export const expiredPage = page('画面の有効期限が切れました', '安全のため、しばらく操作がない場合は最初からお手続きをお願いしております。', '/basket', 'かごを見る');
export const brokenPage = page('エラーが発生しました', '申し訳ございません。お手続きを完了できませんでした。時間をおいて、もう一度お試しください。');
export const unreachablePage = page('ただいまご注文の状況を確認できません', '申し訳ございません。ご注文の内容は失われておりません。時間をおいて、この画面をもう一度お開きください。');

export const lawPage = layout({
  title: '特定商取引法に基づく表記',
  main: html`<h1>特定商取引法に基づく表記</h1>
<dl class="facts">
<div><dt>販売業者</dt><dd>木漏れ日舎（見本のお店です）</dd></div>
<div><dt>運営責任者</dt><dd>木立 しおり</dd></div>
<div><dt>所在地</dt><dd>東京都港区元赤坂一丁目（見本）</dd></div>
<div><dt>電話番号</dt><dd>00-0000-0000（平日10時～17時）</dd></div>
<div><dt>商品代金以外の費用</dt><dd>送料 全国一律550円（税込）</dd></div>
<div><dt>お支払い方法</dt><dd>後払い（コンビニエンスストア・銀行振込）、代金引換</dd></div>
<div><dt>お支払いの時期</dt><dd>後払い：請求書に記載の期限まで<br>代金引換：商品のお届け時</dd></div>
<div><dt>引渡しの時期</dt><dd>ご注文の確定から3営業日以内に発送</dd></div>
<div><dt>返品・交換</dt><dd>商品の到着後8日以内、未使用のものに限ります。お客様のご都合による返品の送料はお客様のご負担です。食品の返品はお受けしておりません。不良品は送料当店負担で交換または返金いたします。</dd></div>
</dl>`,
});
