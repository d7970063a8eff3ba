// The example shop. Settings come from the environment, see README.md; start it with: node server.js
import { createServer } from 'node:http';
import { Orders } from './src/orders.js';
import { Platform } from './src/platform.js';
import { createShop } from './src/routes.js';
import { Sessions } from './src/sessions.js';
import { readSettings } from './src/settings.js';

const settings = readSettings(process.env);
const platform = new Platform(settings);
const shop = createShop({ settings, platform, orders: new Orders(platform, settings.merchant), sessions: new Sessions(settings) });

const server = createServer(shop);
server.requestTimeout = 30_000;
server.listen(settings.port, settings.host, () => console.log(`木漏れ日舎 is open at http://localhost:${server.address().port}/`));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.close(() => process.exit(0)).closeIdleConnections());
