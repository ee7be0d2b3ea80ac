import { route, type RouteConfigEntry } from '@remix-run/route-config'

/** Expenses, vendors and what is ordered from them. */
export const buyingRoutes: RouteConfigEntry[] = [
  route('expenses', 'routes/expenses/route.tsx'),
  route('expenses/new', 'routes/new-expense/route.tsx'),
  route('expenses/policies', 'routes/expense-policies/route.tsx'),
  route('expenses/:expenseId', 'routes/expense/route.tsx'),
  route('expenses/:expenseId/change', 'routes/expense-change/route.tsx'),
  route('vendors', 'routes/vendors/route.tsx'),
  route('vendors/:vendorId', 'routes/vendor/route.tsx'),
  route('orders', 'routes/orders/route.tsx'),
  route('orders/:orderId', 'routes/order/route.tsx'),
  route('orders/:orderId/receipts', 'routes/order-receipts/route.tsx'),
  route('orders/:orderId/invoices/new', 'routes/new-vendor-invoice/route.tsx'),
  route('orders/:orderId/invoices/:vendorInvoiceId', 'routes/vendor-invoice/route.tsx'),
]

/** Of a project. */
export const projectBuyingRoutes: RouteConfigEntry[] = [
  route('orders', 'routes/project-orders/route.tsx'),
  route('orders/new', 'routes/new-order/route.tsx'),
]
