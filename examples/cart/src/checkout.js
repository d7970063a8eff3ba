// From the basket to the last look: what the customer has told so far, and what follows from it.
import { checkBuyer, errorsAtFields, readBuyer } from './buyer.js';
import { goods, MOST_OF_ONE } from './goods.js';
import { asksForMeans, checkMeans, readMeans } from './means.js';
import { CASH } from './pages/payment.js';
import { Refused, Unavailable } from './platform.js';

export class Checkout {
  #orders;

  constructor(orders) {
    this.#orders = orders;
  }

  changeBasket(session, form) {
    const item = goods.find(({ sku }) => sku === form.get('sku'));
    const quantity = Number(form.get('quantity'));
    if (item && Number.isInteger(quantity) && quantity >= 0) {
      const before = form.get('change') ? 0 : (session.basket.get(item.sku) ?? 0);
      const now = Math.min(before + quantity, MOST_OF_ONE);
      if (now === 0) session.basket.delete(item.sku);
      else session.basket.set(item.sku, now);
      this.#startAfresh(session);
    }
    return '/basket';
  }

  /** @returns what is wrong, by field, or null */
  async takeDetails(session, form, device) {
    session.buyer = readBuyer(form);
    session.device = device;
    session.declined = false;
    this.#startAfresh(session);
    const errors = checkBuyer(session.buyer);
    if (Object.keys(errors).length > 0) return errors;
    // The platform knows more about addresses and telephone numbers than this shop; its complaints belong at the fields too.
    await this.offers(session);
    return this.takeErrors(session, null);
  }

  /** Which plans may be offered; null when nobody can say now. A decline is not asked about twice. */
  async offers(session) {
    session.offers = null;
    try {
      session.offers = session.declined ? { plans: [] } : await this.#orders.offers(session.basket, session.buyer);
    } catch (error) {
      session.errors = error instanceof Refused ? errorsAtFields(error.errors) : null;
      if (!session.errors && !(error instanceof Unavailable)) console.error(error.message);
    }
    return session.offers;
  }

  takeErrors(session, otherwise = {}) {
    const errors = session.errors ?? otherwise;
    session.errors = null;
    return errors;
  }

  choosePayment(session, form) {
    const code = form.get('payment');
    const payment = code === CASH ? { code } : session.offers?.plans.find((plan) => plan.eligible && plan.code === code);
    if (!payment) return false;
    this.#startAfresh(session);
    session.payment = payment;
    return true;
  }

  /** @returns what is wrong, by field, or null */
  takeMeans(session, form) {
    session.draft = null;
    session.means = readMeans(form);
    const errors = checkMeans(session.means);
    session.meansTold = Object.keys(errors).length === 0;
    return session.meansTold ? null : errors;
  }

  /** Where to go first, when the customer is not as far as the page that was asked for. */
  whatIsMissing(session, page) {
    if (session.basket.size === 0) return '/basket';
    if (session.errors || Object.keys(session.buyer).length === 0 || Object.keys(checkBuyer(session.buyer)).length > 0) return '/details';
    if (page !== 'payment' && !session.payment) return '/payment';
    return page === 'order' && asksForMeans(session.payment) && !session.meansTold ? '/means' : null;
  }

  /** The order as it will be placed, under its number, from the moment that the customer sees it whole. */
  draft(session) {
    session.draft ??= { number: this.#orders.newNumber(), basket: new Map(session.basket), buyer: { ...session.buyer }, payment: session.payment, means: asksForMeans(session.payment) ? session.means : null, device: session.device };
    return session;
  }

  /** Something changed: what was to be ordered under the old number no longer is. */
  #startAfresh(session) {
    if (session.draft?.uncertain) void this.#orders.abandon(session.draft.number);
    session.draft = null;
    session.payment = null;
    session.means = {};
    session.meansTold = false;
  }
}
