/** Which table a field's id names a row of; null for a field that is no id. `reverses` and `corrects` name their own. */
export function referredTable(field: string, noun: string): string | null {
  if (field === 'reverses' || field === 'corrects') return noun
  return tableOfField[field] ?? (field.endsWith('_by') ? 'staff' : null)
}

const tableOfField: Record<string, string> = {
  staff_id: 'staff',
  owner_id: 'staff',
  contact_id: 'contacts',
  customer_id: 'customers',
  vendor_id: 'vendors',
  task_id: 'tasks',
  contract_line_id: 'contract_lines',
  billing_milestone_id: 'billing_milestones',
  invoice_id: 'invoices',
  refers_to: 'invoices',
  credits_line_id: 'invoice_lines',
  customer_order_id: 'customer_orders',
  purchase_order_id: 'purchase_orders',
  purchase_order_line_id: 'purchase_order_lines',
  budget_id: 'budgets',
  from_line_id: 'budget_lines',
  to_line_id: 'budget_lines',
  budget_transfer_id: 'budget_transfers',
  risk_id: 'risks',
  change_request_id: 'change_requests',
  change_order_id: 'change_requests',
}
