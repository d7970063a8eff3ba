// The customer's details: what the form asks, what is wrong with an answer, and the same in the platform's words.
export const PREFECTURES =
  ('北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県 石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 ' +
  '滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県').split(' ');

// `at` is the platform's name of the field; what it says about that name is shown at this field.
export const fields = {
  name: { label: 'お名前', at: 'buyer.name', autocomplete: 'name', hint: '例：山田 花子', empty: 'お名前をご入力ください。', wrong: 'お名前をフルネームでご入力ください。' },
  kana: { label: 'フリガナ', at: 'buyer.name_kana', hint: '例：ヤマダ ハナコ', empty: 'フリガナをご入力ください。', wrong: 'フリガナをカタカナでご入力ください。' },
  postal: {
    label: '郵便番号', at: 'buyer.address.postal_code', autocomplete: 'postal-code', inputmode: 'numeric', width: 'short', hint: '例：107-0051',
    empty: '郵便番号をご入力ください。', wrong: '郵便番号を7桁の数字でご入力ください。',
  },
  prefecture: { label: '都道府県', at: 'buyer.address.prefecture', autocomplete: 'address-level1', options: PREFECTURES, width: 'short', empty: '都道府県をお選びください。', wrong: '都道府県をお選びください。' },
  city: { label: '市区町村', at: 'buyer.address.city', autocomplete: 'address-level2', hint: '例：港区', empty: '市区町村をご入力ください。', wrong: '市区町村をご確認ください。' },
  line1: { label: '町名・番地', at: 'buyer.address.line1', autocomplete: 'address-line1', hint: '例：元赤坂1丁目5番31号', empty: '町名・番地をご入力ください。', wrong: '番地までご入力ください。' },
  line2: { label: '建物名・部屋番号', at: 'buyer.address.line2', autocomplete: 'address-line2', optional: true, hint: '集合住宅の場合は、部屋番号までご入力ください', wrong: '建物名・部屋番号をご確認ください。' },
  phone: { label: '電話番号', at: 'buyer.phone', autocomplete: 'tel', type: 'tel', width: 'medium', hint: '例：090-1234-5678', empty: '電話番号をご入力ください。', wrong: '電話番号を市外局番からご入力ください。' },
  email: {
    label: 'メールアドレス', at: 'buyer.email', autocomplete: 'email', type: 'email', hint: '請求書をこちらにお送りいたします',
    empty: 'メールアドレスをご入力ください。', wrong: 'メールアドレスをご確認ください。',
  },
  birth: { label: '生年月日', at: 'buyer.birth_date', group: true, hint: '例：1988年5月1日', empty: '生年月日をご入力ください。', wrong: '生年月日をご確認ください。' },
};

export const birthParts = [
  { name: 'birth_year', label: '年', autocomplete: 'bday-year', length: 4 },
  { name: 'birth_month', label: '月', autocomplete: 'bday-month', length: 2 },
  { name: 'birth_day', label: '日', autocomplete: 'bday-day', length: 2 },
];

/** What was typed, with full-width digits, hiragana readings and stray blanks put right rather than complained about. */
export function readBuyer(form, names = Object.keys(fields)) {
  const buyer = {};
  for (const name of names) {
    if (name === 'birth') for (const part of birthParts) buyer[part.name] = digitsOf(form.get(part.name));
    else buyer[name] = (form.get(name) ?? '').replace(/\s+/gu, ' ').trim().slice(0, 200);
  }
  if ('kana' in buyer) buyer.kana = katakana(buyer.kana.normalize('NFKC'));
  if ('postal' in buyer) buyer.postal = buyer.postal.normalize('NFKC').replace(/[^0-9]/g, '').replace(/^(\d{3})(\d{4})$/, '$1-$2');
  for (const name of ['phone', 'email']) if (name in buyer) buyer[name] = buyer[name].normalize('NFKC').replace(/[‐–—−ー]/g, '-');
  return buyer;
}

/** What is wrong, as {field: sentence}; empty when the platform may see it. */
export function checkBuyer(buyer, names = Object.keys(fields)) {
  const errors = {};
  for (const name of names) {
    const { optional, empty, wrong } = fields[name];
    const value = name === 'birth' ? birthParts.map((part) => buyer[part.name]).join('') : buyer[name];
    if (!value) {
      if (!optional) errors[name] = empty;
    } else if (shapes[name] && !shapes[name](buyer)) {
      errors[name] = wrong;
    }
  }
  return errors;
}

/** The platform's complaints at this shop's fields; null when it has none, or one about something else. */
export function errorsAtFields(complaints) {
  if (complaints.length === 0) return null;
  const errors = {};
  for (const { field } of complaints) {
    const name = nameOf(field);
    if (!name) return null;
    errors[name] = fields[name].wrong;
  }
  return errors;
}

/** The fields to show when the platform holds an order because of this one. */
export function fieldsToCorrect(field) {
  const name = nameOf(field);
  if (['postal', 'prefecture', 'city', 'line1', 'line2'].includes(name)) return ['postal', 'prefecture', 'city', 'line1', 'line2'];
  if (['name', 'kana'].includes(name)) return ['name', 'kana'];
  return name ? [name] : [];
}

/** The customer as the platform wants to be told; only what was asked. */
export function toPlatform(buyer) {
  const address = { postal_code: buyer.postal, prefecture: buyer.prefecture, city: buyer.city, line1: buyer.line1, line2: buyer.line2 };
  return {
    ...(buyer.name !== undefined && { name: buyer.name, name_kana: buyer.kana }),
    ...(buyer.phone !== undefined && { phone: buyer.phone }),
    ...(buyer.email !== undefined && { email: buyer.email }),
    ...(buyer.birth_year !== undefined && { birth_date: birthDate(buyer) }),
    ...(buyer.postal !== undefined && { address }),
  };
}

const shapes = {
  kana: ({ kana }) => /^[ァ-ヶー・ ]+$/u.test(kana),
  postal: ({ postal }) => /^\d{3}-\d{4}$/.test(postal),
  prefecture: ({ prefecture }) => PREFECTURES.includes(prefecture),
  phone: ({ phone }) => /^[0-9+() -]{10,20}$/.test(phone),
  email: ({ email }) => /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/.test(email),
  birth: (buyer) => {
    const date = new Date(`${birthDate(buyer)}T00:00:00Z`);
    return date.getUTCDate() === Number(buyer.birth_day) && date.getUTCFullYear() >= 1900 && date < new Date();
  },
};

function nameOf(field) {
  return Object.keys(fields).find((name) => fields[name].at === field) ?? (field === 'buyer.address' ? 'line1' : undefined);
}

function birthDate({ birth_year, birth_month, birth_day }) {
  return `${birth_year}-${birth_month.padStart(2, '0')}-${birth_day.padStart(2, '0')}`;
}

function digitsOf(text) {
  return (text ?? '').normalize('NFKC').replace(/[^0-9]/g, '').slice(0, 4);
}

function katakana(text) {
  return text.replace(/[ぁ-ゖ]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0x60));
}
