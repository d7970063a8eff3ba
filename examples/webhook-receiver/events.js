// What a shop does about each event, here one printed line. New types appear over time: what is unknown is no error.
const yen = (amount) => `${amount.toLocaleString('ja-JP')} yen`;
const reasons = (order) => order.decision.reasons.map((reason) => reason.code).join(', ') || order.decision.result;

const sentences = {
  ping: () => 'the line is open.',
  'order.authorized': (order) => `${order.merchant_order_no}: ${yen(order.amount)} approved, ship it.`,
  'order.on_hold': (order) => `${order.merchant_order_no}: on hold (${reasons(order)}), do not ship yet.`,
  'order.declined': (order) => `${order.merchant_order_no}: declined (${reasons(order)}), offer another way to pay.`,
  'order.canceled': (order) => `${order.merchant_order_no}: canceled, put the goods back.`,
  'order.expired': (order) => `${order.merchant_order_no}: expired, put the goods back.`,
  'order.amended': (order) => `${order.merchant_order_no}: now over ${yen(order.amount)}.`,
  'order.partially_shipped': (order) => `${order.merchant_order_no}: ${yen(order.amount_shipped)} of ${yen(order.amount)} shipped.`,
  'order.shipped': (order) => `${order.merchant_order_no}: shipped, the buyer is billed.`,
  'order.closed': (order) => `${order.merchant_order_no}: closed.`,
  'order.completed': (order) => `${order.merchant_order_no}: completed, nothing is owed any more.`,
  'invoice.issued': (invoice) => `${yen(invoice.amount)} due on ${invoice.due_on}.`,
  'invoice.sent': () => 'the invoice is on its way to the buyer.',
  'invoice.overdue': (invoice) => `not paid by ${invoice.due_on}; the platform reminds the buyer.`,
  'invoice.paid': (invoice) => `${yen(invoice.amount)} paid in full.`,
};

export function describe(event) {
  const { type, data: { object } } = event;
  const sentence = sentences[type]?.(object) ?? `${object.id ?? ''} (nothing to do)`;
  return `${type.padEnd(18)} ${sentence}`;
}
