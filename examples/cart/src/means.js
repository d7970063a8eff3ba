// What the law wants asked before a plan that runs longer, or in instalments (割賦販売法35条の3の3). The platform says which plans need it.
const ONE = 10_000; // money is asked in 万円

const HOUSING = {
  owned: '持ち家（住宅ローンのお支払いなし）',
  owned_with_loan: '持ち家（住宅ローンのお支払いあり）',
  rented: '賃貸・社宅など（家賃のお支払いあり）',
  family: 'ご家族の持ち家など（お支払いなし）',
};

export const questions = {
  income: { label: '年収（税込み）', unit: '万円', hint: '昨年1年間のご本人の収入を、万円単位でご入力ください', wrong: '年収を万円単位の数字でご入力ください。' },
  household: { label: '世帯人数', unit: '人', hint: 'ご本人を含め、生計をともにする方の人数', wrong: '世帯人数を1から30までの数字でご入力ください。' },
  housing: { label: 'お住まい', options: HOUSING, wrong: 'お住まいをお選びください。' },
  debts: { label: 'ほかのクレジット・ローンの年間お支払い額', unit: '万円', hint: '住宅ローンは除きます。お支払いがない場合は0とご入力ください', wrong: '年間お支払い額を万円単位の数字でご入力ください。' },
  bureau: { label: '支払能力の調査のため、後払いサービスの運営会社が指定信用情報機関に信用情報を照会することに同意する', consent: true, wrong: '信用情報の照会への同意が必要です。' },
};

export const asksForMeans = (payment) => (payment?.requires ?? []).length > 0;

/** What was typed, full-width digits and separators put right. */
export function readMeans(form) {
  return Object.fromEntries(Object.entries(questions).map(([name, { options, consent }]) => {
    const typed = (form.get(name) ?? '').trim().slice(0, 20);
    return [name, options || consent ? typed : typed.normalize('NFKC').replace(/[,\s]|万?円|人/g, '')];
  }));
}

/** What is wrong, as {field: sentence}. */
export function checkMeans(means) {
  const number = (text, most) => /^\d{1,6}$/.test(text) && Number(text) <= most;
  const right = {
    income: number(means.income, 100_000),
    household: number(means.household, 30) && Number(means.household) >= 1,
    housing: Object.hasOwn(HOUSING, means.housing),
    debts: number(means.debts, 100_000),
    bureau: means.bureau === 'yes',
  };
  return Object.fromEntries(Object.keys(questions).filter((name) => !right[name]).map((name) => [name, questions[name].wrong]));
}

/** The same in the platform's words. */
export const financesOf = (means) => ({
  annual_income: Number(means.income) * ONE,
  household_size: Number(means.household),
  housing: means.housing,
  debts: Number(means.debts) * ONE,
});
