// A shop's first order, from the checkout to the invoice. Needs a test tenant's client:
//   BNPL_ISSUER=http://localhost:5080/t/my-brand BNPL_CLIENT_ID=… BNPL_CLIENT_SECRET=… npm run first-order
import { all, Bnpl, ProblemError } from '../src/index.js';

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set.`);
  return value;
}

const bnpl = new Bnpl({
  issuer: setting('BNPL_ISSUER'),
  clientId: setting('BNPL_CLIENT_ID'),
  clientSecret: setting('BNPL_CLIENT_SECRET'),
  baseUrl: process.env['BNPL_BASE_URL'] || undefined,
});

const merchant = process.env['BNPL_MERCHANT'] ?? (await bnpl.createMerchant({ body: { name: '花屋さくら' } })).id;
const buyer = {
  name: '山田 太郎',
  name_kana: 'ヤマダ タロウ',
  phone: '090-1234-5678',
  email: 'taro@example.jp',
  address: { postal_code: '107-0051', prefecture: '東京都', city: '港区', line1: '元赤坂一丁目5番31号' },
};

// 1. The checkout asks which plans it may offer.
const offer = await bnpl.checkEligibility({ body: { merchant, amount: 12980, buyer } });
const plan = offer.plans.find((candidate) => candidate.eligible);
if (!plan) throw new Error('後払いをご利用いただけません。');
console.log(`plan ${plan.code}`);

// 2. The buyer orders. A decline would be an answer, too.
const order = await bnpl.placeOrder({
  body: {
    merchant,
    merchant_order_no: `TS-${Date.now()}`,
    amount: 12980,
    payment_plan: plan.code,
    lines: [
      { name: '美容液', quantity: 2, unit_price: 5940, tax_rate: '0.10' },
      { name: '送料', kind: 'shipping', quantity: 1, unit_price: 1100, tax_rate: '0.10' },
    ],
    buyer,
    invoice: { delivery: 'email' },
  },
});
console.log(`order ${order.id} ${order.status}`);
if (order.status !== 'authorized') {
  console.log(order.decision?.buyer_message ?? '審査中です。結果は Webhook でお知らせします。');
  process.exit(1);
}

// 3. The goods leave the shop; the buyer now owes. A test tenant's day is its clock's.
const { now } = await bnpl.getTestClock();
const today = new Date(Date.parse(now) + 9 * 3600_000).toISOString().slice(0, 10);
const shipment = await bnpl.reportShipment({
  path: { id: order.id },
  body: { shipped_on: today, parcels: [{ carrier: 'other', tracking_no: 'T-0001' }] },
});
console.log(`shipment ${shipment.id} ${shipment.status}`);

// 4. What the buyer was asked to pay.
for await (const invoice of all((page) => bnpl.listInvoices({ query: { order: order.id, ...page } }))) {
  console.log(`invoice ${invoice.id} ${invoice.amount} ${invoice.due_on}`);
}

// A refusal names its code, and the fields that are wrong.
try {
  await bnpl.cancelOrder({ path: { id: order.id }, body: { reason: 'buyer_request' } });
} catch (error) {
  if (!(error instanceof ProblemError)) throw error;
  console.log(`refused ${error.status} ${error.code} while ${error.currentStatus}`);
}
