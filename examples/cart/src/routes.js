// Which page answers which address. Every form changes something and then sends the browser on (303), so that reloading is harmless.
import { Checkout } from './checkout.js';
import { deviceOf } from './device.js';
import { readFiles, readForm, redirect, secure, sendFile, sendPage } from './http.js';
import { asksForMeans } from './means.js';
import { Purchases } from './purchases.js';
import { basketPage } from './pages/basket.js';
import { confirmPage } from './pages/confirm.js';
import { detailsPage } from './pages/details.js';
import { goodsPage } from './pages/goods.js';
import { brokenPage, expiredPage, lawPage, notFoundPage } from './pages/messages.js';
import { meansPage } from './pages/means.js';
import { paymentPage } from './pages/payment.js';
import { resultPage } from './pages/result.js';
import { isOwnForm } from './sessions.js';

export function createShop({ settings, orders, sessions }) {
  const files = readFiles(new URL('../public/', import.meta.url));
  const checkout = new Checkout(orders);
  const purchases = new Purchases(orders);

  const pages = {
    '/': ({ session }) => goodsPage(session),
    '/law': () => lawPage,
    '/basket': ({ session }) => basketPage(session),
    '/details': ({ session }) => (session.basket.size === 0 ? '/basket' : detailsPage(session, settings, checkout.takeErrors(session))),
    '/payment': async ({ session }) => checkout.whatIsMissing(session, 'payment') ?? paymentPage(session, await checkout.offers(session)),
    '/means': ({ session }) => checkout.whatIsMissing(session, 'means') ?? (asksForMeans(session.payment) ? meansPage(session, session.means) : '/confirm'),
    '/confirm': ({ session }) => checkout.whatIsMissing(session, 'order') ?? confirmPage(checkout.draft(session)),
  };

  const forms = {
    '/basket': ({ session, form }) => checkout.changeBasket(session, form),
    '/details': async ({ session, form, device }) => {
      const errors = await checkout.takeDetails(session, form, device);
      return errors ? { status: 422, page: detailsPage(session, settings, errors) } : '/payment';
    },
    '/payment': ({ session, form }) => (checkout.choosePayment(session, form) ? '/means' : { status: 422, page: paymentPage(session, session.offers, true) }),
    '/means': ({ session, form }) => {
      const missing = checkout.whatIsMissing(session, 'means');
      if (missing) return missing;
      const errors = checkout.takeMeans(session, form);
      return errors ? { status: 422, page: meansPage(session, session.means, errors) } : '/confirm';
    },
    '/order': async ({ session, form }) => {
      const { path, problem } = await purchases.place(session, form.get('number'));
      return path ?? { status: 503, page: confirmPage(session, problem) };
    },
  };

  /** An order's own page and the forms on it; only for the customer who placed it. */
  async function order({ session, form }, [, number, act]) {
    const kept = session.orders.get(number);
    if (!kept) return { status: 404, page: notFoundPage };
    if (!form) return act ? { status: 404, page: notFoundPage } : resultPage(session, await purchases.refresh(kept), { told: purchases.takeTold(kept) });
    const failed = await purchases.answer(kept, act, form);
    return failed ? { status: failed.status, page: resultPage(session, kept, failed) } : `/orders/${number}`;
  }

  async function handle(request, response) {
    secure(response, settings.base);
    const path = new URL(request.url, 'http://shop').pathname;
    const posted = request.method === 'POST';
    if (!posted && !['GET', 'HEAD'].includes(request.method)) return response.writeHead(405).end();
    if (!posted && files.has(path)) return sendFile(request, response, files.get(path));

    const session = sessions.open(request, response);
    const form = posted ? await readForm(request) : null;
    if (posted && !(form && isOwnForm(session, form))) return sendPage(response, expiredPage, 403);

    const visit = { session, form, device: deviceOf(request, form, settings) };
    const ofOrder = /^\/orders\/([A-Z0-9-]{1,30})(?:\/(corrections|verification|resend))?$/.exec(path);
    const handler = ofOrder ? order : (posted ? forms : pages)[path];
    const answer = handler ? await handler(visit, ofOrder) : { status: 404, page: notFoundPage };
    if (typeof answer === 'string') redirect(response, answer);
    else sendPage(response, answer.page ?? answer, answer.status);
  }

  return async (request, response) => {
    try {
      await handle(request, response);
    } catch (error) {
      // Customers' data are in neither the message nor the log.
      console.error(`${request.method} ${request.url.split('?')[0]}:`, error.message, error.cause?.message ?? '');
      if (!response.headersSent) sendPage(response, brokenPage, 500);
      else response.destroy();
    }
  };
}
