/*
 * Device tag. Documentation and privacy notes: docs/device-tag.md of the platform.
 *   <script src="https://…/tag/v1/device.js" data-tenant="slug" data-field="device_session" async></script>
 * Never throws into the page, never waits longer than 3 seconds, changes nothing but hidden inputs of its own name.
 */
(function (window, document, navigator) {
  'use strict';
  var NAME = 'bnpl_device';
  var YEAR = 31536000;
  var TIMEOUT = 3000;
  var started = Date.now();
  var script = document.currentScript || document.querySelector('script[data-tenant][src*="/tag/v1/device.js"]');
  if (!script || window.bnplDevice || !window.Promise) return;

  var field = script.getAttribute('data-field') || 'device_session';
  var query = '?tenant=' + encodeURIComponent(script.getAttribute('data-tenant') || '');
  var sessions = script.src.split('?')[0].replace(/device\.js$/, 'sessions');
  var found = null;

  // Whatever a browser refuses, blocks or does not know is simply not reported.
  function attempt(read) {
    try {
      var value = read();
      return value === null || value === '' ? undefined : value;
    } catch (refused) {
      return undefined;
    }
  }

  function text(value, most) {
    return typeof value === 'string' && value ? value.slice(0, most) : undefined;
  }

  function whole(value) {
    return typeof value === 'number' && isFinite(value) ? Math.round(value) : undefined;
  }

  // Do Not Track and Global Privacy Control: only a session and whether a program drives the browser.
  function restricted() {
    return navigator.globalPrivacyControl === true || navigator.doNotTrack === '1' || window.doNotTrack === '1';
  }

  // A random id of this shop's own: in a first-party cookie, else in localStorage, else only for this page.
  function readId() {
    var kept = attempt(function () {
      var match = document.cookie.match(new RegExp('(?:^|; )' + NAME + '=([0-9a-f]{32}\\.[0-9]{1,11})(?:;|$)'));
      return match && match[1];
    }) || attempt(function () {
      var value = window.localStorage.getItem(NAME);
      return /^[0-9a-f]{32}\.[0-9]{1,11}$/.test(value || '') ? value : null;
    });
    return kept || newId();
  }

  function newId() {
    var bytes = attempt(function () { return window.crypto.getRandomValues(new Uint8Array(16)); });
    if (!bytes) return undefined;
    var id = '';
    for (var i = 0; i < bytes.length; i++) id += (256 + bytes[i]).toString(16).slice(1);
    return id + '.' + Math.floor(started / 1000);
  }

  function keepId(id) {
    var inCookie = attempt(function () {
      document.cookie = NAME + '=' + id + '; Max-Age=' + YEAR + '; Path=/; SameSite=Lax' + (location.protocol === 'https:' ? '; Secure' : '');
      return document.cookie.indexOf(NAME + '=' + id) >= 0;
    });
    var inStore = attempt(function () {
      window.localStorage.setItem(NAME, id);
      return window.localStorage.getItem(NAME) === id;
    });
    return inCookie ? 'cookie' : inStore ? 'local' : 'memory';
  }

  function referrerHost() {
    var match = /^[a-z]+:\/\/([^\/?#]+)/i.exec(document.referrer);
    return match ? match[1].replace(/^.*@/, '') : undefined;
  }

  function agentData() {
    var data = navigator.userAgentData;
    return data && {
      platform: text(data.platform, 40),
      mobile: data.mobile === true,
      brands: (data.brands || []).slice(0, 8).map(function (b) { return (b.brand + ' ' + b.version).slice(0, 60); })
    };
  }

  function report() {
    var automated = navigator.webdriver === true;
    if (restricted()) return { v: 1, restricted: true, webdriver: automated };
    var id = readId();
    var screen = window.screen || {};
    return {
      v: 1,
      webdriver: automated,
      cookie_id: id,
      cookie_created: id && +id.split('.')[1],
      storage: id && keepId(id),
      ua_data: attempt(agentData),
      platform: text(navigator.platform, 60),
      languages: attempt(function () {
        return [].slice.call(navigator.languages || [navigator.language], 0, 8).map(function (l) { return String(l).slice(0, 35); });
      }),
      timezone: attempt(function () { return text(Intl.DateTimeFormat().resolvedOptions().timeZone, 64); }),
      offset: whole(new Date().getTimezoneOffset()),
      screen: { width: screen.width, height: screen.height, ratio: window.devicePixelRatio, depth: screen.colorDepth },
      touch: whole(navigator.maxTouchPoints),
      cores: whole(navigator.hardwareConcurrency),
      referrer: text(attempt(referrerHost), 253)
    };
  }

  // text/plain needs no preflight; no cookies are sent or taken.
  function post(url, body) {
    return window.fetch(url, {
      method: 'POST', mode: 'cors', credentials: 'omit', referrerPolicy: 'no-referrer', keepalive: true,
      headers: { 'Content-Type': 'text/plain;charset=UTF-8' }, body: JSON.stringify(body)
    });
  }

  function open() {
    return new Promise(function (resolve) {
      var timer = setTimeout(function () { resolve(null); }, TIMEOUT);
      function end(session) { clearTimeout(timer); resolve(session); }
      try {
        post(sessions + query, report())
          .then(function (answer) { return answer.ok ? answer.json() : null; })
          .then(end, function () { end(null); });
      } catch (refused) {
        end(null);
      }
    });
  }

  function inputs(form) {
    return [].filter.call(form.elements || [], function (e) { return e.name === field; });
  }

  function fill() {
    if (!found) return;
    [].forEach.call(document.forms, function (form) {
      var targets = inputs(form);
      if (!targets.length && form.hasAttribute('data-bnpl-form')) {
        targets = [document.createElement('input')];
        targets[0].type = 'hidden';
        targets[0].name = field;
        form.appendChild(targets[0]);
      }
      targets.forEach(function (target) { target.value = found.session; });
    });
  }

  function submitted(event) {
    attempt(fill);
    attempt(function () {
      if (!found || !event.target || !inputs(event.target).length) return;
      var url = sessions + '/' + found.session + '/submitted' + query;
      var body = { elapsed_ms: Date.now() - started };
      if (!(navigator.sendBeacon && navigator.sendBeacon(url, JSON.stringify(body)))) post(url, body).catch(function () {});
    });
  }

  function announce() {
    attempt(function () { document.dispatchEvent(new CustomEvent('bnpl:device', { detail: found })); });
  }

  var ready = open().then(function (session) {
    found = session && typeof session.session === 'string' ? session : null;
    attempt(fill);
    announce();
    return found;
  });

  // Forms that are parsed, or added, after the answer came.
  document.addEventListener('DOMContentLoaded', function () { attempt(fill); });
  document.addEventListener('submit', submitted, true);
  window.bnplDevice = { ready: ready, fill: function () { attempt(fill); } };
})(window, document, navigator);
