// What a shop and its payment company send and fetch as files. Needs a test tenant's client with all scopes:
//   BNPL_ISSUER=http://localhost:5080/t/my-brand BNPL_CLIENT_ID=… BNPL_CLIENT_SECRET=… npm run files
import { Bnpl, ProblemError } from '../src/index.js';

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
const { now } = await bnpl.getTestClock();
const today = new Date(Date.parse(now) + 9 * 3600_000).toISOString().slice(0, 10);
const number = `TS-${Date.now()}`;

const order = (n: number): string =>
  JSON.stringify({
    op: 'orders.create',
    body: {
      merchant,
      merchant_order_no: `${number}-${n}`,
      amount: 3300,
      lines: [{ name: '植木鉢', quantity: 1, unit_price: 3300, tax_rate: '0.10' }],
      buyer: {
        name: '山田 太郎',
        name_kana: 'ヤマダ タロウ',
        phone: '090-1234-5678',
        email: 'taro@example.jp',
        address: { postal_code: '107-0051', prefecture: '東京都', city: '港区', line1: '元赤坂一丁目5番31号' },
      },
    },
  });

async function endOf(id: string): Promise<{ status: string; counts: { ok: number } }> {
  for (;;) {
    const batch = await bnpl.getBatch({ path: { id } });
    if (batch.status !== 'processing') return batch;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const rows = (text: string): string[] => text.trim().split('\n');

// The night's orders: JSON Lines, each as if it were sent by itself.
const sent = await bnpl.createBatch({ body: new Blob([[order(1), order(2)].join('\n')]) });
const orders = await endOf(sent.id);
console.log(`orders ${orders.status} ${orders.counts.ok}`);
for (const line of rows(await (await bnpl.getBatchResults({ path: { id: sent.id } })).text())) {
  const result = JSON.parse(line) as { line: number; status: string; order_status: string };
  console.log(`line ${result.line} ${result.status} ${result.order_status}`);
}

// The day's shipments: a table, as many warehouses write it.
const goods = new Blob([`注文番号,出荷日,配送会社,送り状番号\r\n${number}-1,${today},ヤマト運輸,300123456710\r\n`]);
const shipments = await endOf((await bnpl.importShipments({ body: goods, query: { merchant } })).id);
console.log(`shipments ${shipments.status} ${shipments.counts.ok}`);
console.log(`export ${rows(await (await bnpl.exportOrders({ query: { merchant } })).text()).length}`);

// The payment company's lists, papers of a shop, and what its bank sent.
console.log(`negatives ${(await bnpl.importNegatives({ body: new Blob(['kind,phone\r\nphone,090-0000-0001\r\n']) })).imported}`);
console.log(`positives ${(await bnpl.importPositives({ body: new Blob(['kind,email\r\nemail,hanako@example.jp\r\n']) })).imported}`);
console.log(`places ${(await bnpl.importDeliveryPlaces({ body: new Blob(['category,name\r\nhotel,ホテルさくら\r\n']) })).imported}`);
console.log(`listed ${rows(await (await bnpl.exportNegatives()).text()).length}`);
const paper = await bnpl.uploadMerchantDocument({ path: { id: merchant }, body: { kind: 'permit', file: new File(['%PDF-1.4\n'], 'permit.pdf') } });
console.log(`document ${paper.media_type} ${paper.file_name}`);
try {
  await bnpl.importFile({ body: { format: 'zengin_deposits', file: new File(['no bank writes this'], 'deposits.txt') } });
} catch (error) {
  if (!(error instanceof ProblemError)) throw error;
  console.log(`refused ${error.status} ${error.code}`);
}
