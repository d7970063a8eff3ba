// What is sold. Prices include tax; tea is food and taxed at 8 %.
export const goods = [
  {
    sku: 'yunomi', name: '粉引の湯のみ', price: 3630, taxRate: '0.10', category: 'tableware',
    text: 'やわらかな白に、土の色がほんのり透けます。手にすっぽり収まる、毎日の一杯に。',
  },
  {
    sku: 'tenugui', name: '藍染の手ぬぐい', price: 1650, taxRate: '0.10', category: 'textiles',
    text: '使うほどに色が落ち着き、布はやわらかく。木漏れ日の模様を一枚ずつ染めました。',
  },
  {
    sku: 'hojicha', name: '浅煎りほうじ茶（80g）', price: 1080, taxRate: '0.08', category: 'food',
    text: '朝に似合う、軽やかで香ばしいほうじ茶です。熱いお湯でさっと淹れてどうぞ。',
  },
];

export const MOST_OF_ONE = 9;
export const SHIPPING = 550;

/** The lines of a basket, dearest to the customer first: as they were put in. */
export function linesOf(basket) {
  return [...basket].map(([sku, quantity]) => ({ ...goods.find((item) => item.sku === sku), quantity }));
}

export function sumOf(basket) {
  const subtotal = linesOf(basket).reduce((sum, line) => sum + line.price * line.quantity, 0);
  return { subtotal, shipping: SHIPPING, total: subtotal + SHIPPING };
}
