// The one thing a page without a script cannot do: show that the button was pressed. The server counts a second press as the first.
for (const form of document.querySelectorAll('form[data-once]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = 'yes';
    const button = event.submitter;
    button.dataset.text = button.textContent;
    button.textContent = '送信しています…';
    button.setAttribute('aria-disabled', 'true');
  });
}

// Back by the browser's own button: the page is as it was, and may be sent again.
window.addEventListener('pageshow', (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll('form[data-sent]')) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll('button[data-text]')) {
      button.textContent = button.dataset.text;
      button.removeAttribute('aria-disabled');
    }
  }
});
