/** All columns in their default order. */
import { acv } from './acv.ts';
import { arr } from './arr.ts';
import { billing } from './billing.ts';
import type { Column } from './column.ts';
import { cost } from './cost.ts';
import { description } from './description.ts';
import { discountAmount } from './discount-amount.ts';
import { discount } from './discount.ts';
import { effectiveUnitPrice } from './effective-unit-price.ts';
import { endDate } from './end-date.ts';
import { firstPayment } from './first-payment.ts';
import { list } from './list.ts';
import { marginPercent } from './margin-percent.ts';
import { margin } from './margin.ts';
import { mrr } from './mrr.ts';
import { name } from './name.ts';
import { net } from './net.ts';
import { orderDiscount } from './order-discount.ts';
import { productType } from './product-type.ts';
import { quantity } from './quantity.ts';
import { serviceDate } from './service-date.ts';
import { sku } from './sku.ts';
import { tax } from './tax.ts';
import { taxes } from './taxes.ts';
import { tcv } from './tcv.ts';
import { totalCost } from './total-cost.ts';
import { total } from './total.ts';
import { unitPrice } from './unit-price.ts';
import { unit } from './unit.ts';
import { url } from './url.ts';

export const COLUMNS: readonly Column[] = [
  name,
  description,
  sku,
  productType,
  serviceDate,
  url,
  quantity,
  unit,
  unitPrice,
  cost,
  discount,
  taxes,
  billing,
  firstPayment,
  endDate,
  list,
  discountAmount,
  effectiveUnitPrice,
  net,
  orderDiscount,
  tax,
  totalCost,
  margin,
  marginPercent,
  mrr,
  arr,
  acv,
  tcv,
  total,
];
