// Generated from ../openapi.json by ./bnpl clients. Do not edit.

export const keyless: readonly RegExp[] = [
  /^\/t\/[^\/]+\/oauth\/token$/,
  /^\/v1\/eligibility_checks$/,
  /^\/v1\/dunning_runs\/preview$/,
  /^\/v1\/test_clock\/advance$/,
  /^\/v1\/webhook_endpoints\/[^\/]+\/ping$/,
  /^\/v1\/screenings\/normalize$/,
  /^\/v1\/screenings\/[^\/]+\/replay$/,
  /^\/v1\/screening_policies\/[^\/]+\/validate$/,
  /^\/v1\/screening_policies\/[^\/]+\/backtest$/,
  /^\/v1\/screening_models\/train$/,
];
