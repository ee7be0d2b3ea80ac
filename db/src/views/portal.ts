import { bigint, boolean, date, integer, jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** The portal's views as Postgres declares them in db/access/40-portal; a test compares both. */
const portal = pgSchema('portal')
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const minor = (name: string) => bigint(name, { mode: 'bigint' })

export const portalProjects = portal
  .view('projects', {
    id: uuid('id').notNull(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    customerName: text('customer_name').notNull(),
    customerKind: text('customer_kind', { enum: ['external', 'internal'] }).notNull(),
    publishes: text('publishes', { enum: ['scope', 'whole-plan'] }).notNull(),
    timeZone: text('time_zone').notNull(),
    managerName: text('manager_name').notNull(),
    managerEmail: text('manager_email').notNull(),
    myRole: text('my_role', {
      enum: ['viewer', 'contributor', 'tester', 'signatory', 'portal_administrator'],
    }).notNull(),
    createdAt: instant('created_at').notNull(),
  })
  .existing()

export const portalPublications = portal
  .view('publications', {
    id: uuid('id').notNull(),
    projectId: uuid('project_id').notNull(),
    number: integer('number').notNull(),
    publishedAt: instant('published_at').notNull(),
    publishedByName: text('published_by_name').notNull(),
    projection: jsonb('projection').notNull(),
    digest: text('digest').notNull(),
  })
  .existing()

export const portalParticipants = portal
  .view('participants', {
    projectId: uuid('project_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    name: text('name').notNull(),
    jobTitle: text('job_title').notNull(),
    role: text('role').notNull(),
    endUserGroup: text('end_user_group').notNull(),
  })
  .existing()

export const portalAuthorities = portal
  .view('authorities', {
    projectId: uuid('project_id').notNull(),
    kind: text('kind').notNull(),
    currency: text('currency').notNull(),
    upToMinor: minor('up_to_minor').notNull(),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    toOn: date('to_on', { mode: 'string' }),
    delegatedBy: uuid('delegated_by'),
    delegatedByName: text('delegated_by_name'),
    delegatedFrom: date('delegated_from', { mode: 'string' }),
    delegatedUntil: date('delegated_until', { mode: 'string' }),
  })
  .existing()

export const portalRequiredSignatures = portal
  .view('required_signatures', {
    projectId: uuid('project_id').notNull(),
    submissionId: uuid('submission_id').notNull(),
    position: integer('position').notNull(),
    contactId: uuid('contact_id').notNull(),
    name: text('name').notNull(),
    jobTitle: text('job_title').notNull(),
    outcome: text('outcome', { enum: ['accepted', 'accepted-with-reservations', 'rejected'] }),
    signedAt: instant('signed_at'),
    signedBy: uuid('signed_by'),
    signedByName: text('signed_by_name'),
  })
  .existing()

export const portalDelegations = portal
  .view('delegations', {
    id: uuid('id').notNull(),
    projectId: uuid('project_id').notNull(),
    fromContactId: uuid('from_contact_id').notNull(),
    fromName: text('from_name').notNull(),
    toContactId: uuid('to_contact_id').notNull(),
    toName: text('to_name').notNull(),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    toOn: date('to_on', { mode: 'string' }).notNull(),
    reason: text('reason').notNull(),
    delegatedAt: instant('delegated_at').notNull(),
    revokedAt: instant('revoked_at'),
  })
  .existing()

export const portalTimeRequests = portal
  .view('time_requests', {
    id: uuid('id').notNull(),
    projectId: uuid('project_id').notNull(),
    submissionId: uuid('submission_id').notNull(),
    until: date('until', { mode: 'string' }).notNull(),
    reason: text('reason').notNull(),
    requestedAt: instant('requested_at').notNull(),
    requestedByName: text('requested_by_name').notNull(),
    isGranted: boolean('is_granted'),
    answer: text('answer'),
    answeredAt: instant('answered_at'),
    answeredByName: text('answered_by_name'),
  })
  .existing()

export const portalSubmissions = portal
  .view('submissions', {
    id: uuid('id').notNull(),
    projectId: uuid('project_id').notNull(),
    deliverableId: uuid('deliverable_id').notNull(),
    deliverableCode: text('deliverable_code').notNull(),
    deliverableName: text('deliverable_name').notNull(),
    deliverableDescription: text('deliverable_description').notNull(),
    deliverableKind: text('deliverable_kind', { enum: ['result', 'charter'] }).notNull(),
    deliverablePosition: integer('deliverable_position').notNull(),
    version: integer('version').notNull(),
    message: text('message').notNull(),
    submittedAt: instant('submitted_at').notNull(),
    submittedByName: text('submitted_by_name').notNull(),
    criteria: jsonb('criteria').notNull(),
    releases: jsonb('releases').notNull(),
    valueMinor: minor('value_minor').notNull(),
    currency: text('currency').notNull(),
    digest: text('digest').notNull(),
    decisionId: uuid('decision_id'),
    outcome: text('outcome', { enum: ['accepted', 'accepted-with-reservations', 'rejected'] }),
    decidedAt: instant('decided_at'),
    criteriaVersion: integer('criteria_version'),
    tests: jsonb('tests').notNull(),
    isSuperseded: boolean('is_superseded').notNull(),
    stage: text('stage', { enum: ['first', 'final'] }).notNull(),
    terms: jsonb('terms'),
    decisionKind: text('decision_kind', { enum: ['signed', 'deemed', 'outside'] }),
    acceptance: text('acceptance', { enum: ['once', 'provisional-and-final'] }).notNull(),
  })
  .existing()

export const portalCriteria = portal
  .view('criteria', {
    id: uuid('id').notNull(),
    projectId: uuid('project_id').notNull(),
    deliverableId: uuid('deliverable_id').notNull(),
    deliverableCode: text('deliverable_code').notNull(),
    deliverableName: text('deliverable_name').notNull(),
    deliverableDescription: text('deliverable_description').notNull(),
    deliverablePosition: integer('deliverable_position').notNull(),
    number: integer('number').notNull(),
    criteria: jsonb('criteria').notNull(),
    digest: text('digest').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    proposedByName: text('proposed_by_name').notNull(),
    confirmedAt: instant('confirmed_at'),
    confirmedByName: text('confirmed_by_name'),
    statement: text('statement'),
  })
  .existing()

export const portalTestRounds = portal
  .view('test_rounds', {
    id: uuid('id').notNull(),
    projectId: uuid('project_id').notNull(),
    deliverableId: uuid('deliverable_id').notNull(),
    deliverableCode: text('deliverable_code').notNull(),
    deliverableName: text('deliverable_name').notNull(),
    version: integer('version').notNull(),
    number: integer('number').notNull(),
    message: text('message').notNull(),
    cases: jsonb('cases').notNull(),
    openedAt: instant('opened_at').notNull(),
    openedByName: text('opened_by_name').notNull(),
    isLatest: boolean('is_latest').notNull(),
  })
  .existing()

export const portalTestRuns = portal
  .view('test_runs', {
    id: uuid('id').notNull(),
    projectId: uuid('project_id').notNull(),
    roundId: uuid('round_id').notNull(),
    caseId: uuid('case_id').notNull(),
    outcome: text('outcome', { enum: ['passed', 'failed', 'blocked'] }).notNull(),
    steps: jsonb('steps').notNull(),
    comment: text('comment').notNull(),
    runAt: instant('run_at').notNull(),
    runByName: text('run_by_name').notNull(),
    runByEndUserGroup: text('run_by_end_user_group').notNull(),
  })
  .existing()

export const portalTestDefects = portal
  .view('test_defects', {
    id: uuid('id').notNull(),
    projectId: uuid('project_id').notNull(),
    runId: uuid('run_id').notNull(),
    caseId: uuid('case_id').notNull(),
    roundId: uuid('round_id').notNull(),
    number: integer('number').notNull(),
    step: integer('step').notNull(),
    description: text('description').notNull(),
    raisedAt: instant('raised_at').notNull(),
    raisedByName: text('raised_by_name').notNull(),
    files: jsonb('files').notNull(),
    answers: jsonb('answers').notNull(),
    isClosed: boolean('is_closed').notNull(),
  })
  .existing()

export const portalSubmissionFiles = portal
  .view('submission_files', {
    projectId: uuid('project_id').notNull(),
    submissionId: uuid('submission_id').notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    sha256: text('sha256').notNull(),
    sizeBytes: minor('size_bytes').notNull(),
    mediaType: text('media_type').notNull(),
  })
  .existing()

export const portalDecisions = portal
  .view('decisions', {
    id: uuid('id').notNull(),
    projectId: uuid('project_id').notNull(),
    submissionId: uuid('submission_id').notNull(),
    kind: text('kind', { enum: ['signed', 'deemed', 'outside'] }).notNull(),
    act: text('act', { enum: ['decides', 'withdraws', 'corrects'] }).notNull(),
    refersTo: uuid('refers_to'),
    outcome: text('outcome', { enum: ['accepted', 'accepted-with-reservations', 'rejected'] }).notNull(),
    decidedAt: instant('decided_at').notNull(),
    timeZone: text('time_zone').notNull(),
    typedName: text('typed_name').notNull(),
    statement: text('statement').notNull(),
    reason: text('reason').notNull(),
    submissionDigest: text('submission_digest').notNull(),
    releasesBasisPoints: integer('releases_basis_points').notNull(),
    clause: text('clause'),
    clock: jsonb('clock'),
    decidedByName: text('decided_by_name'),
    decidedByJobTitle: text('decided_by_job_title'),
    onBehalfOfName: text('on_behalf_of_name'),
    isInForce: boolean('is_in_force').notNull(),
  })
  .existing()

export const portalOutsideEnvelopes = portal
  .view('outside_envelopes', {
    projectId: uuid('project_id').notNull(),
    decisionId: uuid('decision_id').notNull(),
    submissionId: uuid('submission_id').notNull(),
    service: text('service').notNull(),
    envelopeId: text('envelope_id').notNull(),
    completedAt: instant('completed_at').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    recordedByName: text('recorded_by_name').notNull(),
    documentName: text('document_name').notNull(),
    documentSha256: text('document_sha256').notNull(),
    documentBytes: minor('document_bytes').notNull(),
    completionName: text('completion_name').notNull(),
    completionSha256: text('completion_sha256').notNull(),
    completionBytes: minor('completion_bytes').notNull(),
    signers: jsonb('signers')
      .$type<{ name: string; jobTitle: string; onBehalfOf: string | null }[]>()
      .notNull(),
  })
  .existing()

export const portalCorrectionAgreements = portal
  .view('correction_agreements', {
    projectId: uuid('project_id').notNull(),
    decisionId: uuid('decision_id').notNull(),
    reason: text('reason').notNull(),
    agreedAt: instant('agreed_at').notNull(),
    agreedByName: text('agreed_by_name').notNull(),
  })
  .existing()

export const portalPunchItems = portal
  .view('punch_items', {
    id: uuid('id').notNull(),
    projectId: uuid('project_id').notNull(),
    decisionId: uuid('decision_id').notNull(),
    submissionId: uuid('submission_id').notNull(),
    position: integer('position').notNull(),
    criterionId: uuid('criterion_id'),
    text: text('text').notNull(),
    ownerSide: text('owner_side', { enum: ['provider', 'customer'] }).notNull(),
    ownerName: text('owner_name').notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    closedAt: instant('closed_at'),
    closedByName: text('closed_by_name'),
    closingRemark: text('closing_remark'),
    reports: jsonb('reports').notNull(),
  })
  .existing()

export const portalCriterionResults = portal
  .view('criterion_results', {
    projectId: uuid('project_id').notNull(),
    decisionId: uuid('decision_id').notNull(),
    criterionId: uuid('criterion_id').notNull(),
    result: text('result', { enum: ['met', 'met-with-reservation', 'not-met'] }).notNull(),
    comment: text('comment').notNull(),
  })
  .existing()

export const portalCertificates = portal
  .view('certificates', {
    id: uuid('id').notNull(),
    projectId: uuid('project_id').notNull(),
    decisionId: uuid('decision_id').notNull(),
    submissionId: uuid('submission_id').notNull(),
    number: text('number').notNull(),
    issuedAt: instant('issued_at').notNull(),
    fileSha256: text('file_sha256').notNull(),
    sizeBytes: minor('size_bytes').notNull(),
  })
  .existing()

export const portalPaymentSchedule = portal
  .view('payment_schedule', {
    projectId: uuid('project_id').notNull(),
    billingMilestoneId: uuid('billing_milestone_id').notNull(),
    name: text('name').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    currency: text('currency').notNull(),
    dueOn: date('due_on', { mode: 'string' }),
    position: integer('position').notNull(),
    releasedAt: instant('released_at'),
    releasedMinor: minor('released_minor').notNull(),
    billedMinor: minor('billed_minor').notNull(),
    state: text('state', { enum: ['not-yet', 'billable', 'invoiced', 'paid'] }).notNull(),
    invoiceNumber: text('invoice_number'),
    trigger: text('trigger', { enum: ['acceptance', 'date', 'progress', 'period', 'deposit'] }).notNull(),
    atPercent: integer('at_percent'),
    isRetention: boolean('is_retention').notNull(),
  })
  .existing()

export const portalPaymentReleases = portal
  .view('payment_releases', {
    projectId: uuid('project_id').notNull(),
    billingMilestoneId: uuid('billing_milestone_id').notNull(),
    deliverableId: uuid('deliverable_id').notNull(),
    deliverableName: text('deliverable_name').notNull(),
    position: integer('position').notNull(),
    isAccepted: boolean('is_accepted').notNull(),
    stage: text('stage', { enum: ['first', 'final'] }).notNull(),
  })
  .existing()

export const portalInvoices = portal
  .view('invoices', {
    id: uuid('id').notNull(),
    projectId: uuid('project_id').notNull(),
    number: text('number').notNull(),
    issuedOn: date('issued_on', { mode: 'string' }).notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    currency: text('currency').notNull(),
    netMinor: minor('net_minor').notNull(),
    taxMinor: minor('tax_minor').notNull(),
    grossMinor: minor('gross_minor').notNull(),
    paidMinor: minor('paid_minor').notNull(),
    fileSha256: text('file_sha256'),
    sizeBytes: minor('size_bytes'),
    kind: text('kind', { enum: ['invoice', 'credit-note'] }).notNull(),
    /** Of a credit note: the invoice that it takes back. */
    refersToNumber: text('refers_to_number'),
    creditedMinor: minor('credited_minor').notNull(),
    ublSha256: text('ubl_sha256'),
    ciiSha256: text('cii_sha256'),
  })
  .existing()

export const portalLedgerEntries = portal
  .view('ledger_entries', {
    projectId: uuid('project_id').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    kind: text('kind').notNull(),
    factId: uuid('fact_id').notNull(),
    enteredAt: instant('entered_at').notNull(),
    entry: text('entry').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  })
  .existing()

/** A checkpoint for each time that one of the own chains had grown, with the proof that its head is under the root. */
export const portalLedgerCheckpoints = portal
  .view('ledger_checkpoints', {
    projectId: uuid('project_id').notNull(),
    number: bigint('number', { mode: 'number' }).notNull(),
    takenAt: instant('taken_at').notNull(),
    payload: text('payload').notNull(),
    signature: text('signature').notNull(),
    keyFingerprint: text('key_fingerprint').notNull(),
    algorithm: text('algorithm', { enum: ['RSA-PKCS1-SHA256', 'ECDSA-P256-SHA256'] }).notNull(),
    certificates: jsonb('certificates').$type<string[]>().notNull(),
    token: text('token'),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    head: text('head').notNull(),
    leafIndex: integer('leaf_index').notNull(),
    path: jsonb('path').$type<string[]>().notNull(),
  })
  .existing()

export const portalTeam = portal
  .view('team', {
    id: uuid('id').notNull(),
    projectId: uuid('project_id').notNull(),
    name: text('name').notNull(),
    function: text('function').notNull(),
    side: text('side', { enum: ['provider', 'customer', 'vendor'] }).notNull(),
  })
  .existing()
