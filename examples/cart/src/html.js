// html`…` escapes every value that is put in, unless it was made by html`…` itself. Lists are joined; null and false are nothing.
class Html {
  constructor(text) {
    this.text = text;
  }
  toString() {
    return this.text;
  }
}

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function html(strings, ...values) {
  return new Html(strings.map((part, i) => (i < values.length ? part + render(values[i]) : part)).join(''));
}

function render(value) {
  if (value === null || value === undefined || value === false) return '';
  if (Array.isArray(value)) return value.map(render).join('');
  return value instanceof Html ? value.text : String(value).replace(/[&<>"']/g, (character) => entities[character]);
}
