// Everything the shop is told from outside. The secret stays in this process: no page ever holds it.
export function readSettings(env) {
  const missing = ['BNPL_ISSUER', 'BNPL_CLIENT_ID', 'BNPL_CLIENT_SECRET', 'BNPL_MERCHANT'].filter((name) => !env[name]);
  if (missing.length > 0) {
    console.error(`Set ${missing.join(', ')}; docs/cart-quickstart.md tells where they come from.`);
    process.exit(1);
  }
  const issuer = env.BNPL_ISSUER.replace(/\/$/, '');
  const [, base, tenant] = /^(https?:\/\/[^/]+)\/t\/([a-z0-9-]+)$/.exec(issuer) ?? [];
  if (!base) {
    console.error('BNPL_ISSUER must look like https://api.example.jp/t/your-tenant.');
    process.exit(1);
  }
  return {
    base,
    issuer,
    tenant,
    clientId: env.BNPL_CLIENT_ID,
    clientSecret: env.BNPL_CLIENT_SECRET,
    merchant: env.BNPL_MERCHANT,
    host: env.SHOP_HOST ?? '127.0.0.1',
    port: Number(env.SHOP_PORT ?? 3000),
    // Behind a proxy that ends TLS: send cookies over TLS only, and believe its word on the customer's address.
    behindProxy: env.SHOP_BEHIND_PROXY === 'yes',
  };
}
