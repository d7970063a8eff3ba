// The shop's orders at the platform. One number is one order, however often the customer presses the button.
import { createHash, randomInt } from 'node:crypto';
import { linesOf, sumOf } from './goods.js';
import { financesOf } from './means.js';
import { Refused, Unavailable } from './platform.js';
import { toPlatform } from './buyer.js';

// What the confirmation page says the customer agrees to, by the button. Raised with every change of those texts.
const AGREED = { terms: '2026-04', privacy: '2026-04' };
const AGREED_BY_BOX = { credit_bureau: '2026-04' };
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

export class Orders {
  #platform;
  #merchant;
  #placing = new Map();

  constructor(platform, merchant) {
    this.#platform = platform;
    this.#merchant = merchant;
  }

  /** A number to tell over the telephone: K-, the day, five characters that are not taken for each other. */
  newNumber() {
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', month: '2-digit', day: '2-digit' }).format(new Date()).replace(/\D/g, '');
    return `K-${day}-${Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`;
  }

  /** Which plans may be offered for this basket to this person. Leaves no trace. */
  offers(basket, buyer) {
    return this.#platform.ask('/v1/eligibility_checks', { merchant: this.#merchant, amount: sumOf(basket).total, buyer: toPlatform(buyer) });
  }

  /** The whole order as it will be sent, made once, so that a repeat is the same to the byte. */
  bodyOf({ number, basket, buyer, plan, means, device }) {
    const { total, shipping } = sumOf(basket);
    return {
      merchant: this.#merchant,
      merchant_order_no: number,
      currency: 'JPY',
      amount: total,
      payment_plan: plan,
      lines: [
        ...linesOf(basket).map(({ name, sku, category, quantity, price, taxRate }) => ({ name, sku, category, quantity, unit_price: price, tax_rate: taxRate })),
        { name: '送料', kind: 'shipping', quantity: 1, unit_price: shipping, tax_rate: '0.10' },
      ],
      buyer: toPlatform(buyer),
      deliveries: [{ same_as_buyer: true }],
      invoice: { delivery: 'email' },
      ...(means && { finances: financesOf(means) }),
      consents: Object.entries(means ? { ...AGREED, ...AGREED_BY_BOX } : AGREED).map(([kind, version]) => ({ kind, version, accepted_at: new Date().toISOString() })),
      device,
    };
  }

  /** Places the order, or joins the call that is already placing it. */
  place(body) {
    const number = body.merchant_order_no;
    if (!this.#placing.has(number)) {
      const call = this.#platform.post('/v1/orders', body, number).finally(() => this.#placing.delete(number));
      this.#placing.set(number, call);
    }
    return this.#placing.get(number);
  }

  read(id) {
    return this.#platform.get(`/v1/orders/${id}`);
  }

  correct(id, version, buyer) {
    return this.#act(id, 'corrections', version, { buyer: toPlatform(buyer) });
  }

  verify(id, version, code) {
    return this.#act(id, 'verification', version, { code });
  }

  resendCode(id, version) {
    return this.#act(id, 'verification/resend', version, {});
  }

  /**
   * The customer went on without an answer to this order. Whether it exists is not known, so it is looked for, and canceled if it is
   * there: else an approved one would wait for a shipment that never comes. A real shop would keep this as a job.
   */
  async abandon(number) {
    for (let minutes = 0.25; minutes < 60; minutes *= 2) {
      try {
        const { data } = await this.#platform.get(`/v1/orders?merchant_order_no=${encodeURIComponent(number)}&merchant=${this.#merchant}`);
        for (const order of data.filter((found) => found.allowed_actions.includes('cancel'))) {
          await this.#platform.post(`/v1/orders/${order.id}/cancel`, { reason: 'お客様が別のお支払い方法を選ばれました' }, `${number}-abandoned`);
          console.log(`${number} was placed without our knowing, and is canceled.`);
        }
        if (data.length > 0) return;
      } catch (error) {
        if (!(error instanceof Unavailable || error instanceof Refused)) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, minutes * 60_000).unref());
    }
  }

  // The key is the act itself at one moment: pressing twice acts once, trying again later is a new act.
  #act(id, act, moment, body) {
    const key = createHash('sha256').update(JSON.stringify([id, act, moment, body])).digest('hex');
    return this.#platform.post(`/v1/orders/${id}/${act}`, body, key);
  }
}
