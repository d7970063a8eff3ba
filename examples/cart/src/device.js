// What this server sees of the customer's browser, beside what the device tag saw in it: docs/device-tag.md. Everything here is the browser's
// word and may be anything; what cannot be right is left out, since no sale should fail on it.
import { isIP } from 'node:net';
import { readCookie } from './sessions.js';

export function deviceOf(request, form, { behindProxy }) {
  return {
    session: fitting(form?.get('device_session'), /^dvs_[0-9A-Za-z]{1,60}$/),
    ip: addressOf(request, behindProxy),
    user_agent: text(request.headers['user-agent']),
    accept_language: text(request.headers['accept-language'])?.slice(0, 100),
    cookie_id: fitting(readCookie(request, 'bnpl_device'), /^[\w.-]{1,100}$/),
  };
}

/** The address that the customer's browser has for this server, or for the proxy before it. */
function addressOf(request, behindProxy) {
  const forwarded = behindProxy && request.headers['x-forwarded-for']?.split(',')[0].trim();
  const address = (forwarded || request.socket.remoteAddress).replace(/^::ffff:/, '');
  return isIP(address) ? address : undefined;
}

function fitting(value, shape) {
  return shape.test(value ?? '') ? value : undefined;
}

function text(header) {
  return header?.replace(/[^\x20-\x7e]/g, '').slice(0, 500) || undefined;
}
