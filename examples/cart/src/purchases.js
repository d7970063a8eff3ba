// From the button to the end: placing the order once, and answering what the platform asks about it.
import { checkBuyer, errorsAtFields, readBuyer } from './buyer.js';
import { CASH } from './pages/payment.js';
import { correctable } from './pages/result.js';
import { Refused, Unavailable } from './platform.js';

const LATER = { kind: 'bad', title: '通信が混み合っており、ご注文の受付を確認できませんでした。' };

export class Purchases {
  #orders;

  constructor(orders) {
    this.#orders = orders;
  }

  /** @returns where to go on, or the problem to tell at the button */
  async place(session, number) {
    if (session.orders.has(number)) return { path: `/orders/${number}` };
    const draft = session.draft;
    if (draft?.number !== number) return { path: '/confirm' };
    try {
      const order = draft.payment.code === CASH ? null : await this.#orders.place((draft.body ??= this.#orders.bodyOf({ ...draft, plan: draft.payment.code })));
      this.#keep(session, draft, order);
      return { path: `/orders/${number}` };
    } catch (error) {
      if (error instanceof Unavailable) {
        draft.uncertain = true;
        console.error(error.message, error.cause?.message ?? '');
        return { problem: { ...LATER, text: 'もう一度「注文を確定する」を押していただいても、ご注文が重なることはございません。お急ぎの場合は、別のお支払い方法をお選びください。' } };
      }
      session.errors = error instanceof Refused ? errorsAtFields(error.errors) : null;
      if (!session.errors) throw error;
      session.draft = null;
      return { path: '/details' };
    }
  }

  /** The order as it is now; as it was last seen when the platform does not answer. */
  async refresh(kept) {
    try {
      if (kept.order) kept.order = await this.#orders.read(kept.order.id);
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
    }
    return kept;
  }

  takeTold(kept) {
    const { told } = kept;
    kept.told = null;
    return told;
  }

  /** @returns null when it was taken, or what to show at the form */
  async answer(kept, act, form) {
    try {
      return await (act === 'corrections' ? this.#correct(kept, form) : act === 'verification' ? this.#verify(kept, form) : this.#resend(kept));
    } catch (error) {
      if (error instanceof Unavailable) return { status: 503, told: '通信が混み合っております。恐れ入りますが、もう一度お試しください。' };
      // Somebody else was quicker: the page shows what came of it.
      if (error instanceof Refused && error.status === 409) return null;
      throw error;
    }
  }

  async #correct(kept, form) {
    const names = correctable(kept.order);
    kept.typed = readBuyer(form, names);
    const errors = checkBuyer(kept.typed, names);
    if (Object.keys(errors).length > 0) return { status: 422, errors };
    try {
      kept.order = await this.#orders.correct(kept.order.id, kept.order.version, kept.typed);
    } catch (error) {
      const complaints = error instanceof Refused && error.status === 422 && errorsAtFields(error.errors);
      if (!complaints) throw error;
      return { status: 422, errors: complaints };
    }
    kept.buyer = { ...kept.buyer, ...kept.typed };
    kept.typed = null;
    if (kept.order.status === 'on_hold') kept.told = 'ご訂正ありがとうございました。';
    return null;
  }

  async #verify(kept, form) {
    const code = (form.get('code') ?? '').normalize('NFKC').replace(/\D/g, '');
    if (code.length !== 6) return { status: 422, codeError: '6桁の数字をご入力ください。' };
    try {
      kept.order = await this.#orders.verify(kept.order.id, kept.order.version, code);
      return null;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const left = error.problem.tries_left;
      if (error.code === 'code_wrong' && left > 0) return { status: 422, codeError: `確認コードが正しくありません。あと${left}回ご入力いただけます。` };
      if (!['code_wrong', 'code_expired'].includes(error.code)) throw error;
      await this.refresh(kept);
      return { status: 422, codeError: 'このコードはご利用いただけなくなりました。新しいコードをお送りしますので、「もう一度送る」を押してください。' };
    }
  }

  async #resend(kept) {
    try {
      await this.#orders.resendCode(kept.order.id, kept.order.version);
      kept.told = '新しい確認コードをお送りいたしました。';
    } catch (error) {
      if (error.code !== 'resend_too_soon') throw error;
      kept.told = '確認コードは、1分ほどおいてから再度お送りできます。届くまで今しばらくお待ちください。';
    }
    return null;
  }

  #keep(session, { number, basket, buyer }, order) {
    if (session.orders.has(number)) return;
    session.orders.set(number, { number, basket, buyer, order });
    session.draft = null;
    session.payment = null;
    session.means = {};
    session.meansTold = false;
    if (order?.status === 'declined') session.declined = true;
    else session.basket.clear();
  }
}
