// Medusa's cart totals, from @medusajs/utils: it never rounds, so every cent it prints is compared
// after rounding its exact amount once.

import { createRequire } from 'node:module';

import { RATES } from './workload.mjs';

const require = createRequire(import.meta.url);
const { BigNumber, decorateCartTotals } = require('@medusajs/utils');

export const medusa = {
  name: '@medusajs/utils',
  /** The cart that Medusa's own totals function takes. */
  cart(workload) {
    return {
      items: workload.map((line) => ({
        id: line.id,
        unit_price: new BigNumber(line.unitPrice),
        quantity: new BigNumber(line.quantity),
        is_tax_inclusive: false,
        adjustments: [
          {
            amount: new BigNumber(line.unitPrice).bigNumber
              .times(line.quantity)
              .times(line.discount)
              .div(100),
          },
        ],
        tax_lines: [{ rate: Number(RATES[line.rate]) }],
      })),
      shipping_methods: [],
      region: { automatic_taxes: true },
    };
  },
  total(cart) {
    const totals = decorateCartTotals(cart);
    return {
      total: totals.total.toString(),
      lines: totals.items.map((item) => [item.discount_total, item.tax_total].map(String)),
    };
  },
};
