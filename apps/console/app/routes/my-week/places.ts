import type { Change } from './changes.server'
import type { Due } from './due.server'

/** The page on which something is done about it. */
export function placeOfDue({ kind, project, at, on }: Due): string {
  const own = `/projects/${project?.id ?? ''}`
  switch (kind) {
    case 'overdue-invoices':
      return '/ageing'
    case 'to-bill':
    case 'draft-to-review':
      return '/billing'
    case 'month-to-close':
      return '/closing'
    case 'hours-to-approve':
      return '/time/approvals'
    case 'expenses-to-approve':
      return '/expenses?show=waiting'
    case 'vendor-invoices':
      return `${own}/orders`
    case 'budget-to-review':
      return `${own}/budget/versions/${at}`
    case 'transfer-to-answer':
      return `${own}/budget/transfers`
    case 'more-time-asked':
      return `${own}/deliverables/${at}/clock`
    case 'acceptance-period':
      return `${own}/deliverables/${at}${on === null ? '' : '/clock'}`
    case 'claim-unanswered':
      return `${own}/warranty`
    case 'defect-unanswered':
      return `${own}/deliverables/${at}/tests`
    case 'rejected':
    case 'to-submit':
      return `${own}/deliverables/${at}`
    case 'point-to-do':
      return `${own}/points/${at}`
    case 'risk-to-review':
      return `${own}/risks/${at}`
    case 'report-due':
      return `${own}/publish`
    case 'tasks-overdue':
      return `${own}/plan`
    case 'my-task':
      return `${own}/tasks/${at}`
    case 'hours-sent-back':
    case 'hours-to-hand-in':
      return `/time?week=${at}#week`
    case 'dependency-late':
      return `${own}/dependencies/${at}`
    case 'gate-condition':
      return `${own}/gates`
    case 'leave-to-answer':
      return `/leave/${at}`
    case 'weeks-to-answer':
      return '/reports'
    case 'expenses-sent-back':
      return `/expenses/${at}`
  }
}

/** Where one reads what changed. */
export function placeOfChange({ kind, project, at }: Change): string {
  const own = `/projects/${project.id}`
  switch (kind) {
    case 'decision':
    case 'criteria-confirmed':
      return `${own}/deliverables/${at}`
    case 'more-time':
      return `${own}/deliverables/${at}/clock`
    case 'defect':
      return `${own}/deliverables/${at}/tests`
    case 'publication':
      return `${own}/publications/${at}`
    case 'claim':
      return `${own}/warranty`
    case 'change-decided':
      return `${own}/changes/${at}`
    case 'invoice':
    case 'payment':
      return `${own}/money`
    case 'vendor-invoice':
      return `/orders/${at}`
    case 'budget-reviewed':
      return `${own}/budget/versions/${at}`
    case 'plan-edited':
      return `${own}/plan`
    case 'my-hours':
      return `/time?week=${at}#week`
  }
}
