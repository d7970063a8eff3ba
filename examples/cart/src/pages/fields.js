// Form fields with their labels, hints and errors tied together for everybody, with or without eyes on the screen.
import { birthParts, fields } from '../buyer.js';
import { html } from '../html.js';

/** Everything that is wrong, with a way to each field; it takes the focus when the page opens. */
export function errorSummary(errors) {
  return errorList(Object.entries(errors).map(([name, text]) => [name === 'birth' ? birthParts[0].name : name, text]));
}

/** @param wrong pairs of a field's id and what is wrong with it */
export function errorList(wrong) {
  return wrong.length > 0 && html`<div class="notice bad" role="alert" tabindex="-1" autofocus id="errors">
<h2>入力内容をご確認ください</h2>
<ul>${wrong.map(([id, text]) => html`<li><a href="#${id}">${text}</a></li>`)}</ul>
</div>`;
}

export function buyerFields(names, buyer, errors) {
  return names.map((name) => (fields[name].group ? birthField(buyer, errors[name]) : field(name, buyer[name] ?? '', errors[name])));
}

function field(name, value, error) {
  const { label, hint, optional, options, type = 'text', autocomplete, inputmode, width } = fields[name];
  const attributes = html`id="${name}" name="${name}"${autocomplete && html` autocomplete="${autocomplete}"`}${!optional && html` required`}${describedBy(name, hint, error)}`;
  return html`<div class="field${error && ' wrong'}">
<label for="${name}">${label}${optional && html`<span class="optional">任意</span>`}</label>
${error && html`<p class="error" id="${name}-error">${error}</p>`}
${options
    ? html`<select class="${width}" ${attributes}><option value="">お選びください</option>${options.map((option) => html`<option${option === value && html` selected`}>${option}</option>`)}</select>`
    : html`<input class="${width}" type="${type}" value="${value}" maxlength="200"${inputmode && html` inputmode="${inputmode}"`} ${attributes}>`}
${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}
</div>`;
}

function birthField(buyer, error) {
  const { label, hint } = fields.birth;
  return html`<fieldset class="field${error && ' wrong'}"${describedBy('birth', hint, error, false)}>
<legend>${label}</legend>
${error && html`<p class="error" id="birth-error">${error}</p>`}
<div class="date">${birthParts.map(
    (part) => html`<span><input id="${part.name}" name="${part.name}" value="${buyer[part.name] ?? ''}" inputmode="numeric" maxlength="${part.length}" size="${part.length}" autocomplete="${part.autocomplete}" aria-label="生年月日の${part.label}" required${error && html` aria-invalid="true"`}><span aria-hidden="true">${part.label}</span></span>`,
  )}</div>
<p class="hint" id="birth-hint">${hint}</p>
</fieldset>`;
}

function describedBy(name, hint, error, invalid = true) {
  const ids = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ');
  return html`${ids && html` aria-describedby="${ids}"`}${error && invalid && html` aria-invalid="true"`}`;
}
