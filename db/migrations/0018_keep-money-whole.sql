CREATE TABLE "invoice_drafts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"content" jsonb NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reviewed_by" uuid,
	"review_note" text DEFAULT '' NOT NULL,
	CONSTRAINT "invoice_drafts_state" CHECK ("invoice_drafts"."state" in ('draft', 'in-review', 'approved')),
	CONSTRAINT "invoice_drafts_reviewed" CHECK (("invoice_drafts"."state" = 'approved') <= ("invoice_drafts"."reviewed_by" is not null))
);--> statement-breakpoint
CREATE TABLE "invoice_line_entries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"invoice_line_id" uuid NOT NULL,
	"time_entry_id" uuid,
	"expense_id" uuid,
	"vendor_invoice_id" uuid,
	"amount_minor" bigint NOT NULL,
	CONSTRAINT "invoice_line_entries_one" CHECK (num_nonnulls("invoice_line_entries"."time_entry_id", "invoice_line_entries"."expense_id", "invoice_line_entries"."vendor_invoice_id") = 1)
);--> statement-breakpoint
CREATE TABLE "invoice_sendings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"level" integer NOT NULL,
	"sent_to" text NOT NULL,
	"fee_minor" bigint DEFAULT 0 NOT NULL,
	"due_on" date NOT NULL,
	"sent_by" uuid,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invoice_sendings_level" UNIQUE("invoice_id","level"),
	CONSTRAINT "invoice_sendings_level_known" CHECK ("invoice_sendings"."level" between 0 and 3)
);--> statement-breakpoint
CREATE TABLE "invoice_taxes" (
	"project_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"tax_category" text NOT NULL,
	"tax_basis_points" integer NOT NULL,
	"net_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"exemption_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "invoice_taxes_invoice_id_tax_category_tax_basis_points_pk" PRIMARY KEY("invoice_id","tax_category","tax_basis_points")
);--> statement-breakpoint
CREATE TABLE "invoice_write_offs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"invoice_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"net_minor" bigint NOT NULL,
	"written_off_on" date NOT NULL,
	"reason" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invoice_write_offs_amount" CHECK ("invoice_write_offs"."amount_minor" > 0 and "invoice_write_offs"."net_minor" between 0 and "invoice_write_offs"."amount_minor"),
	CONSTRAINT "invoice_write_offs_reason" CHECK ("invoice_write_offs"."reason" <> '')
);--> statement-breakpoint
CREATE TABLE "budget_lines" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"budget_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"task_uid" integer,
	"work_package" text NOT NULL,
	"cost_type" text NOT NULL,
	"job_role" text,
	"minutes" integer DEFAULT 0 NOT NULL,
	"cost_minor" bigint NOT NULL,
	"bill_minor" bigint DEFAULT 0 NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "budget_lines_position" UNIQUE("budget_id","position"),
	CONSTRAINT "budget_lines_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "budget_lines_cost_type" CHECK ("budget_lines"."cost_type" in ('labour', 'expenses', 'vendors', 'contingency')),
	CONSTRAINT "budget_lines_amounts" CHECK ("budget_lines"."cost_minor" >= 0 and "budget_lines"."bill_minor" >= 0 and "budget_lines"."minutes" >= 0),
	CONSTRAINT "budget_lines_labour_has_a_role" CHECK (("budget_lines"."cost_type" = 'labour') = ("budget_lines"."job_role" is not null))
);--> statement-breakpoint
CREATE TABLE "budget_reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"budget_id" uuid NOT NULL,
	"act" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"done_by" uuid NOT NULL,
	"done_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "budget_reviews_act" CHECK ("budget_reviews"."act" in ('submitted', 'approved', 'sent-back')),
	CONSTRAINT "budget_reviews_reason" CHECK ("budget_reviews"."act" <> 'sent-back' or "budget_reviews"."reason" <> '')
);--> statement-breakpoint
CREATE TABLE "budget_transfer_answers" (
	"budget_transfer_id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"answered_by" uuid NOT NULL,
	"answered_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "budget_transfer_answers_answer" CHECK ("budget_transfer_answers"."answer" in ('approved', 'refused')),
	CONSTRAINT "budget_transfer_answers_reason" CHECK ("budget_transfer_answers"."answer" = 'approved' or "budget_transfer_answers"."reason" <> '')
);--> statement-breakpoint
CREATE TABLE "budget_transfers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"from_line_id" uuid NOT NULL,
	"to_line_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"reason" text NOT NULL,
	"risk_id" uuid,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "budget_transfers_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "budget_transfers_amount" CHECK ("budget_transfers"."amount_minor" > 0),
	CONSTRAINT "budget_transfers_lines" CHECK ("budget_transfers"."from_line_id" <> "budget_transfers"."to_line_id")
);--> statement-breakpoint
CREATE TABLE "budgets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"reason" text NOT NULL,
	"currency" text NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "budgets_version" UNIQUE("project_id","version"),
	CONSTRAINT "budgets_in_project" UNIQUE("project_id","id")
);--> statement-breakpoint
CREATE TABLE "risks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"response" text DEFAULT '' NOT NULL,
	"owner_id" uuid NOT NULL,
	"probability_percent" integer NOT NULL,
	"impact_minor" bigint NOT NULL,
	"review_on" date,
	"state" text DEFAULT 'open' NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "risks_number" UNIQUE("project_id","number"),
	CONSTRAINT "risks_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "risks_kind" CHECK ("risks"."kind" in ('threat', 'opportunity')),
	CONSTRAINT "risks_state" CHECK ("risks"."state" in ('open', 'occurred', 'closed')),
	CONSTRAINT "risks_probability" CHECK ("risks"."probability_percent" between 0 and 100),
	CONSTRAINT "risks_impact" CHECK ("risks"."impact_minor" >= 0)
);--> statement-breakpoint
CREATE TABLE "closed_months" (
	"month_on" date PRIMARY KEY NOT NULL,
	"closed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "closed_months_first_day" CHECK (extract(day from "closed_months"."month_on") = 1)
);--> statement-breakpoint
CREATE TABLE "journal_entries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"external_id" text NOT NULL,
	"closing_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"booked_on" date NOT NULL,
	"debit_account" text NOT NULL,
	"credit_account" text NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"text" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "journal_entries_external_id_unique" UNIQUE("external_id"),
	CONSTRAINT "journal_entries_position" UNIQUE("closing_id","position"),
	CONSTRAINT "journal_entries_amount" CHECK ("journal_entries"."amount_minor" > 0),
	CONSTRAINT "journal_entries_accounts" CHECK ("journal_entries"."debit_account" <> "journal_entries"."credit_account")
);--> statement-breakpoint
CREATE TABLE "month_closings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"month_on" date NOT NULL,
	"act" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"report_sha256" text,
	"done_by" uuid NOT NULL,
	"done_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "month_closings_first_day" CHECK (extract(day from "month_closings"."month_on") = 1),
	CONSTRAINT "month_closings_act" CHECK ("month_closings"."act" in ('closed', 'reopened')),
	CONSTRAINT "month_closings_reason" CHECK ("month_closings"."act" = 'closed' or "month_closings"."reason" <> ''),
	CONSTRAINT "month_closings_report" CHECK (("month_closings"."act" = 'closed') = ("month_closings"."report_sha256" is not null))
);--> statement-breakpoint
CREATE TABLE "month_reports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"closing_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"month_on" date NOT NULL,
	"currency" text NOT NULL,
	"figures" jsonb NOT NULL,
	CONSTRAINT "month_reports_once" UNIQUE("closing_id","project_id")
);--> statement-breakpoint
CREATE TABLE "revenue_recognitions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"closing_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"contract_line_id" uuid NOT NULL,
	"month_on" date NOT NULL,
	"recognised_minor" bigint NOT NULL,
	"basis" jsonb NOT NULL,
	CONSTRAINT "revenue_recognitions_once" UNIQUE("closing_id","contract_line_id")
);--> statement-breakpoint
CREATE TABLE "change_decisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"change_request_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"contact_id" uuid,
	"staff_id" uuid,
	"typed_name" text DEFAULT '' NOT NULL,
	"consent_text" text DEFAULT '' NOT NULL,
	"language" text,
	"authority" text DEFAULT '' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"digest" text NOT NULL,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "change_decisions_change_request_id_unique" UNIQUE("change_request_id"),
	CONSTRAINT "change_decisions_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "change_decisions_outcome" CHECK ("change_decisions"."outcome" in ('approved', 'rejected', 'withdrawn')),
	CONSTRAINT "change_decisions_who" CHECK (("change_decisions"."contact_id" is null) = ("change_decisions"."outcome" = 'withdrawn')),
	CONSTRAINT "change_decisions_ours" CHECK (("change_decisions"."staff_id" is not null) = ("change_decisions"."outcome" = 'withdrawn')),
	CONSTRAINT "change_decisions_reason" CHECK ("change_decisions"."outcome" = 'approved' or "change_decisions"."reason" <> '')
);--> statement-breakpoint
CREATE TABLE "change_request_lines" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"change_request_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"contract_line_id" uuid,
	"new_line_name" text,
	"new_line_kind" text,
	"delta_minor" bigint NOT NULL,
	CONSTRAINT "change_request_lines_position" UNIQUE("change_request_id","position"),
	CONSTRAINT "change_request_lines_old_or_new" CHECK (("change_request_lines"."contract_line_id" is null) = ("change_request_lines"."new_line_name" is not null and "change_request_lines"."new_line_kind" is not null))
);--> statement-breakpoint
CREATE TABLE "change_request_milestones" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"change_request_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"billing_milestone_id" uuid,
	"name" text NOT NULL,
	"delta_minor" bigint NOT NULL,
	"due_on" date,
	"deliverable_id" uuid,
	CONSTRAINT "change_request_milestones_position" UNIQUE("change_request_id","position")
);--> statement-breakpoint
CREATE TABLE "change_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"reason" text NOT NULL,
	"scope" text NOT NULL,
	"days_later" integer DEFAULT 0 NOT NULL,
	"value_minor" bigint NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "change_requests_number" UNIQUE("project_id","number"),
	CONSTRAINT "change_requests_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "change_requests_digest" CHECK ("change_requests"."digest" ~ '^[0-9a-f]{64}$')
);--> statement-breakpoint
CREATE TABLE "contract_lines" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"recognition" text NOT NULL,
	"original_minor" bigint NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"period_months" integer,
	"change_order_id" uuid,
	CONSTRAINT "contract_lines_position" UNIQUE("project_id","position"),
	CONSTRAINT "contract_lines_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "contract_lines_kind" CHECK ("contract_lines"."kind" in ('fixed-price', 'time-and-material', 'capped', 'retainer', 'non-billable')),
	CONSTRAINT "contract_lines_recognition" CHECK ("contract_lines"."recognition" in ('at-acceptance', 'by-cost', 'by-hours', 'straight-line', 'as-worked')),
	CONSTRAINT "contract_lines_value" CHECK ("contract_lines"."original_minor" >= 0),
	CONSTRAINT "contract_lines_nothing_for_nothing" CHECK ("contract_lines"."kind" <> 'non-billable' or "contract_lines"."original_minor" = 0),
	CONSTRAINT "contract_lines_dates" CHECK ("contract_lines"."ends_on" is null or "contract_lines"."ends_on" >= "contract_lines"."starts_on"),
	CONSTRAINT "contract_lines_retainer" CHECK ("contract_lines"."kind" <> 'retainer' or ("contract_lines"."period_months" between 1 and 12 and "contract_lines"."starts_on" is not null and "contract_lines"."ends_on" is not null)),
	CONSTRAINT "contract_lines_straight_line" CHECK ("contract_lines"."recognition" <> 'straight-line' or ("contract_lines"."starts_on" is not null and "contract_lines"."ends_on" is not null))
);--> statement-breakpoint
CREATE TABLE "customer_orders" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"number" text NOT NULL,
	"value_minor" bigint NOT NULL,
	"received_on" date NOT NULL,
	"valid_until" date,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customer_orders_number" UNIQUE("project_id","number"),
	CONSTRAINT "customer_orders_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "customer_orders_value" CHECK ("customer_orders"."value_minor" > 0)
);--> statement-breakpoint
CREATE TABLE "expense_policies" (
	"category" text NOT NULL,
	"currency" text NOT NULL,
	"limit_minor" bigint NOT NULL,
	"receipt_from_minor" bigint NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "expense_policies_key" UNIQUE("category","currency"),
	CONSTRAINT "expense_policies_category" CHECK ("expense_policies"."category" in ('travel', 'accommodation', 'meals', 'material', 'software', 'other')),
	CONSTRAINT "expense_policies_amounts" CHECK ("expense_policies"."limit_minor" > 0 and "expense_policies"."receipt_from_minor" >= 0)
);--> statement-breakpoint
CREATE TABLE "expense_reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"expense_id" uuid NOT NULL,
	"act" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"done_by" uuid NOT NULL,
	"done_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "expense_reviews_act" CHECK ("expense_reviews"."act" in ('submitted', 'approved', 'sent-back')),
	CONSTRAINT "expense_reviews_reason" CHECK ("expense_reviews"."act" <> 'sent-back' or "expense_reviews"."reason" <> '')
);--> statement-breakpoint
CREATE TABLE "expenses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"task_id" uuid,
	"contract_line_id" uuid,
	"staff_id" uuid NOT NULL,
	"category" text NOT NULL,
	"description" text NOT NULL,
	"spent_on" date NOT NULL,
	"booked_on" date NOT NULL,
	"reverses" uuid,
	"currency" text NOT NULL,
	"gross_minor" bigint NOT NULL,
	"tax_minor" bigint DEFAULT 0 NOT NULL,
	"is_billable" boolean DEFAULT false NOT NULL,
	"receipt_sha256" text,
	"receipt_name" text,
	"over_limit_reason" text DEFAULT '' NOT NULL,
	"submitted_at" timestamp with time zone,
	"approved_at" timestamp with time zone,
	"approved_by" uuid,
	"exchange_rate" numeric(18, 8),
	"cost_minor" bigint,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "expenses_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "expenses_reversed_once" UNIQUE("reverses"),
	CONSTRAINT "expenses_category" CHECK ("expenses"."category" in ('travel', 'accommodation', 'meals', 'material', 'software', 'other')),
	CONSTRAINT "expenses_currency" CHECK ("expenses"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "expenses_amounts" CHECK (case when "expenses"."reverses" is null then "expenses"."gross_minor" > 0 and "expenses"."tax_minor" >= 0 and "expenses"."tax_minor" < "expenses"."gross_minor"
        else "expenses"."gross_minor" < 0 and "expenses"."tax_minor" <= 0 and "expenses"."tax_minor" > "expenses"."gross_minor" end),
	CONSTRAINT "expenses_booked" CHECK ("expenses"."reverses" is not null or "expenses"."booked_on" = "expenses"."spent_on"),
	CONSTRAINT "expenses_receipt" CHECK (("expenses"."receipt_sha256" is null) = ("expenses"."receipt_name" is null)),
	CONSTRAINT "expenses_approved" CHECK (("expenses"."approved_at" is null) = ("expenses"."approved_by" is null))
);--> statement-breakpoint
CREATE TABLE "money_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"noun" text NOT NULL,
	"row_id" text NOT NULL,
	"project_id" uuid,
	"act" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"changed_by" uuid,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "money_changes_act" CHECK ("money_changes"."act" in ('insert', 'update', 'delete'))
);--> statement-breakpoint
CREATE TABLE "out_of_scope_work" (
	"time_entry_id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"marked_by" uuid NOT NULL,
	"marked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"outcome" text,
	"change_request_id" uuid,
	"reason" text DEFAULT '' NOT NULL,
	"settled_by" uuid,
	CONSTRAINT "out_of_scope_work_outcome" CHECK ("out_of_scope_work"."outcome" in ('change-request', 'absorbed')),
	CONSTRAINT "out_of_scope_work_settled" CHECK (("out_of_scope_work"."outcome" is null) = ("out_of_scope_work"."settled_by" is null)),
	CONSTRAINT "out_of_scope_work_absorbed" CHECK ("out_of_scope_work"."outcome" is distinct from 'absorbed' or "out_of_scope_work"."reason" <> '')
);--> statement-breakpoint
CREATE TABLE "project_totals" (
	"project_id" uuid PRIMARY KEY NOT NULL,
	"minutes" bigint DEFAULT 0 NOT NULL,
	"unrated_minutes" bigint DEFAULT 0 NOT NULL,
	"cost_minor" bigint DEFAULT 0 NOT NULL,
	"earned_minor" bigint DEFAULT 0 NOT NULL,
	"invoiced_minor" bigint DEFAULT 0 NOT NULL,
	"paid_minor" bigint DEFAULT 0 NOT NULL,
	"written_off_minor" bigint DEFAULT 0 NOT NULL,
	"committed_minor" bigint DEFAULT 0 NOT NULL
);--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"staff_id" uuid NOT NULL,
	"place" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_views_name" UNIQUE("staff_id","place","name"),
	CONSTRAINT "saved_views_query" CHECK (length("saved_views"."query") <= 2000)
);--> statement-breakpoint
CREATE TABLE "task_month_costs" (
	"project_id" uuid NOT NULL,
	"task_key" uuid NOT NULL,
	"month_on" date NOT NULL,
	"minutes" bigint DEFAULT 0 NOT NULL,
	"billable_minutes" bigint DEFAULT 0 NOT NULL,
	"unrated_minutes" bigint DEFAULT 0 NOT NULL,
	"labour_minor" bigint DEFAULT 0 NOT NULL,
	"bill_minor" bigint DEFAULT 0 NOT NULL,
	"expense_minor" bigint DEFAULT 0 NOT NULL,
	"vendor_minor" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "task_month_costs_project_id_task_key_month_on_pk" PRIMARY KEY("project_id","task_key","month_on")
);--> statement-breakpoint
CREATE TABLE "programs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "programs_name_unique" UNIQUE("name")
);--> statement-breakpoint
CREATE TABLE "provider" (
	"is_only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"name" text NOT NULL,
	"street" text DEFAULT '' NOT NULL,
	"postal_code" text DEFAULT '' NOT NULL,
	"town" text DEFAULT '' NOT NULL,
	"country" text DEFAULT 'DE' NOT NULL,
	"vat_id" text DEFAULT '' NOT NULL,
	"tax_number" text DEFAULT '' NOT NULL,
	"registration" text DEFAULT '' NOT NULL,
	"iban" text DEFAULT '' NOT NULL,
	"bic" text DEFAULT '' NOT NULL,
	"contact_name" text DEFAULT '' NOT NULL,
	"contact_email" text DEFAULT '' NOT NULL,
	"contact_phone" text DEFAULT '' NOT NULL,
	"currency" text DEFAULT 'EUR' NOT NULL,
	"dunning_days" integer[] DEFAULT '{7,14,28}'::integer[] NOT NULL,
	"dunning_fees_minor" integer[] DEFAULT '{0,500,1000}'::integer[] NOT NULL,
	"accounts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "provider_only" CHECK ("provider"."is_only"),
	CONSTRAINT "provider_country" CHECK ("provider"."country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "provider_currency" CHECK ("provider"."currency" ~ '^[A-Z]{3}$')
);--> statement-breakpoint
CREATE TABLE "bill_rates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"job_role" text NOT NULL,
	"hour_minor" bigint NOT NULL,
	"overtime_hour_minor" bigint,
	"from_on" date NOT NULL,
	"to_on" date,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bill_rates_hour" CHECK ("bill_rates"."hour_minor" >= 0),
	CONSTRAINT "bill_rates_overtime" CHECK ("bill_rates"."overtime_hour_minor" >= 0),
	CONSTRAINT "bill_rates_period" CHECK ("bill_rates"."to_on" is null or "bill_rates"."to_on" >= "bill_rates"."from_on")
);--> statement-breakpoint
CREATE TABLE "exchange_rates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"from_currency" text NOT NULL,
	"to_currency" text NOT NULL,
	"from_on" date NOT NULL,
	"rate" numeric(18, 8) NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "exchange_rates_one_per_day" UNIQUE("from_currency","to_currency","from_on"),
	CONSTRAINT "exchange_rates_rate" CHECK ("exchange_rates"."rate" > 0),
	CONSTRAINT "exchange_rates_two_currencies" CHECK ("exchange_rates"."from_currency" <> "exchange_rates"."to_currency"),
	CONSTRAINT "exchange_rates_currencies" CHECK ("exchange_rates"."from_currency" ~ '^[A-Z]{3}$' and "exchange_rates"."to_currency" ~ '^[A-Z]{3}$')
);--> statement-breakpoint
CREATE TABLE "time_reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"week_on" date NOT NULL,
	"act" text NOT NULL,
	"minutes" integer NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"done_by" uuid NOT NULL,
	"done_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "time_reviews_act" CHECK ("time_reviews"."act" in ('submitted', 'approved', 'sent-back', 'taken-back')),
	CONSTRAINT "time_reviews_monday" CHECK (extract(isodow from "time_reviews"."week_on") = 1),
	CONSTRAINT "time_reviews_reason" CHECK ("time_reviews"."act" <> 'sent-back' or "time_reviews"."reason" <> '')
);--> statement-breakpoint
CREATE TABLE "timers" (
	"staff_id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"kind" text DEFAULT 'billable' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "timers_kind" CHECK ("timers"."kind" in ('billable', 'non-billable', 'mentoring', 'overtime'))
);--> statement-breakpoint
CREATE TABLE "vendors" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"tax_number" text DEFAULT '' NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "vendors_name_unique" UNIQUE("name")
);--> statement-breakpoint
CREATE TABLE "purchase_order_lines" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"purchase_order_id" uuid NOT NULL,
	"description" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	CONSTRAINT "purchase_order_lines_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "purchase_order_lines_amount" CHECK ("purchase_order_lines"."amount_minor" > 0)
);--> statement-breakpoint
CREATE TABLE "purchase_orders" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"vendor_id" uuid NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"task_id" uuid,
	"currency" text NOT NULL,
	"ordered_on" date NOT NULL,
	"deliver_on" date,
	"exchange_rate" numeric(18, 8) NOT NULL,
	"ordered_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "purchase_orders_number_unique" UNIQUE("number"),
	CONSTRAINT "purchase_orders_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "purchase_orders_currency" CHECK ("purchase_orders"."currency" ~ '^[A-Z]{3}$')
);--> statement-breakpoint
CREATE TABLE "purchase_receipts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"purchase_order_line_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	"received_on" date NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "purchase_receipts_amount" CHECK ("purchase_receipts"."amount_minor" > 0)
);--> statement-breakpoint
CREATE TABLE "vendor_invoices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"purchase_order_id" uuid NOT NULL,
	"number" text NOT NULL,
	"invoiced_on" date NOT NULL,
	"due_on" date NOT NULL,
	"net_minor" bigint NOT NULL,
	"tax_minor" bigint NOT NULL,
	"exchange_rate" numeric(18, 8) NOT NULL,
	"cost_minor" bigint NOT NULL,
	"is_billable" boolean DEFAULT false NOT NULL,
	"approved_at" timestamp with time zone,
	"approved_by" uuid,
	"paid_on" date,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "vendor_invoices_number" UNIQUE("purchase_order_id","number"),
	CONSTRAINT "vendor_invoices_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "vendor_invoices_amounts" CHECK ("vendor_invoices"."net_minor" > 0 and "vendor_invoices"."tax_minor" >= 0),
	CONSTRAINT "vendor_invoices_due" CHECK ("vendor_invoices"."due_on" >= "vendor_invoices"."invoiced_on"),
	CONSTRAINT "vendor_invoices_approved" CHECK (("vendor_invoices"."approved_at" is null) = ("vendor_invoices"."approved_by" is null))
);--> statement-breakpoint
ALTER TABLE "invoice_lines" DROP CONSTRAINT "invoice_lines_once_an_invoice";--> statement-breakpoint
ALTER TABLE "cost_rates" DROP CONSTRAINT "cost_rates_one_per_start";--> statement-breakpoint
ALTER TABLE "time_entries" DROP CONSTRAINT "time_entries_minutes";--> statement-breakpoint
ALTER TABLE "staff" DROP CONSTRAINT "staff_role";--> statement-breakpoint
ALTER TABLE "invoice_lines" ALTER COLUMN "billing_milestone_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD COLUMN "position" integer;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD COLUMN "contract_line_id" uuid;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD COLUMN "period_on" date;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD COLUMN "quantity_thousandths" bigint DEFAULT 1000 NOT NULL;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD COLUMN "unit" text DEFAULT 'C62' NOT NULL;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD COLUMN "tax_category" text DEFAULT 'S' NOT NULL;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD COLUMN "tax_basis_points" integer;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "kind" text DEFAULT 'invoice' NOT NULL;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "refers_to" uuid;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "period_from_on" date;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "period_to_on" date;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "customer_order_id" uuid;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "parties" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "billing_milestones" ADD COLUMN "trigger" text DEFAULT 'acceptance' NOT NULL;--> statement-breakpoint
ALTER TABLE "billing_milestones" ADD COLUMN "at_percent" integer;--> statement-breakpoint
ALTER TABLE "billing_milestones" ADD COLUMN "is_retention" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "billing_milestones" ADD COLUMN "contract_line_id" uuid;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "requires_order" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "other_terms" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "cost_rates" ADD COLUMN "staff_id" uuid;--> statement-breakpoint
ALTER TABLE "cost_rates" ADD COLUMN "overtime_hour_minor" bigint;--> statement-breakpoint
ALTER TABLE "cost_rates" ADD COLUMN "to_on" date;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "booked_on" date;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "reverses" uuid;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "kind" text DEFAULT 'billable' NOT NULL;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "contract_line_id" uuid;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "submitted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "approved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "approved_by" uuid;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "cost_hour_minor" bigint;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "cost_currency" text;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "exchange_rate" numeric(18, 8);--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "cost_minor" bigint;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "bill_hour_minor" bigint;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "bill_minor" bigint;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "street" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "postal_code" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "town" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "country" text DEFAULT 'DE' NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "tax_number" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "buyer_reference" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "invoice_email" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "vendor_id" uuid;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "target_utilisation_percent" integer DEFAULT 75 NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "weekly_minutes" integer DEFAULT 2400 NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "program_id" uuid;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "business_unit" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "margin_floor_basis_points" integer DEFAULT 1500 NOT NULL;--> statement-breakpoint
SET LOCAL row_security = off;--> statement-breakpoint
ALTER TABLE "invoice_lines" DISABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "billing_milestones" DISABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "time_entries" DISABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "cost_rates" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "time_entries" SET "booked_on" = "worked_on";--> statement-breakpoint
ALTER TABLE "time_entries" ALTER COLUMN "booked_on" SET NOT NULL;--> statement-breakpoint
UPDATE "invoice_lines" l SET "position" = n."position", "source" = 'milestone', "tax_basis_points" = n."tax_basis_points",
  "tax_category" = CASE WHEN n."tax_basis_points" > 0 THEN 'S' ELSE 'Z' END
  FROM (SELECT x."id", i."tax_basis_points", (row_number() OVER (PARTITION BY x."invoice_id" ORDER BY m."position"))::integer AS "position"
    FROM "invoice_lines" x JOIN "invoices" i ON i."id" = x."invoice_id"
    JOIN "billing_milestones" m ON m."id" = x."billing_milestone_id") n WHERE n."id" = l."id";--> statement-breakpoint
ALTER TABLE "invoice_lines" ALTER COLUMN "position" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "invoice_lines" ALTER COLUMN "source" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "invoice_lines" ALTER COLUMN "tax_basis_points" SET NOT NULL;--> statement-breakpoint
INSERT INTO "invoice_taxes" ("project_id", "invoice_id", "tax_category", "tax_basis_points", "net_minor", "tax_minor")
  SELECT "project_id", "id", CASE WHEN "tax_basis_points" > 0 THEN 'S' ELSE 'Z' END, "tax_basis_points", "net_minor", "tax_minor"
  FROM "invoices";--> statement-breakpoint
INSERT INTO "contract_lines" ("project_id", "position", "name", "kind", "recognition", "original_minor")
  SELECT c."project_id", 1, p."name", 'fixed-price', 'at-acceptance', c."value_minor"
  FROM "contracts" c JOIN "projects" p ON p."id" = c."project_id";--> statement-breakpoint
UPDATE "billing_milestones" m SET "contract_line_id" = l."id" FROM "contract_lines" l WHERE l."project_id" = m."project_id";--> statement-breakpoint
UPDATE "cost_rates" r SET "to_on" = n."until" FROM (SELECT "id", lead("from_on") OVER (PARTITION BY "job_role", "currency" ORDER BY "from_on") - 1 AS "until"
  FROM "cost_rates") n WHERE n."id" = r."id";--> statement-breakpoint
ALTER TABLE "invoice_lines" ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "billing_milestones" ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "time_entries" ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "cost_rates" ENABLE TRIGGER USER;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gist;--> statement-breakpoint
ALTER TABLE "cost_rates" ADD CONSTRAINT "cost_rates_do_not_overlap" EXCLUDE USING gist
  (coalesce("staff_id", '00000000-0000-0000-0000-000000000000'::uuid) WITH =, (CASE WHEN "staff_id" IS NULL THEN "job_role" ELSE '' END) WITH =,
   "currency" WITH =, daterange("from_on", "to_on", '[]') WITH &&);--> statement-breakpoint
ALTER TABLE "bill_rates" ADD CONSTRAINT "bill_rates_do_not_overlap" EXCLUDE USING gist
  ("project_id" WITH =, "job_role" WITH =, daterange("from_on", "to_on", '[]') WITH &&);--> statement-breakpoint
CREATE INDEX "invoice_drafts_project" ON "invoice_drafts" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "invoice_line_entries_of_line" ON "invoice_line_entries" USING btree ("invoice_line_id");--> statement-breakpoint
CREATE INDEX "invoice_line_entries_time" ON "invoice_line_entries" USING btree ("time_entry_id");--> statement-breakpoint
CREATE INDEX "invoice_line_entries_expense" ON "invoice_line_entries" USING btree ("expense_id");--> statement-breakpoint
CREATE INDEX "invoice_line_entries_vendor" ON "invoice_line_entries" USING btree ("vendor_invoice_id");--> statement-breakpoint
CREATE INDEX "month_closings_month" ON "month_closings" USING btree ("month_on","done_at");--> statement-breakpoint
CREATE INDEX "expense_reviews_of_expense" ON "expense_reviews" USING btree ("expense_id","done_at");--> statement-breakpoint
CREATE INDEX "expenses_staff" ON "expenses" USING btree ("staff_id","spent_on");--> statement-breakpoint
CREATE INDEX "expenses_project" ON "expenses" USING btree ("project_id","spent_on");--> statement-breakpoint
CREATE INDEX "money_changes_row" ON "money_changes" USING btree ("noun","row_id");--> statement-breakpoint
CREATE INDEX "money_changes_project" ON "money_changes" USING btree ("project_id","changed_at");--> statement-breakpoint
CREATE INDEX "task_month_costs_month" ON "task_month_costs" USING btree ("month_on");--> statement-breakpoint
CREATE INDEX "time_reviews_of_week" ON "time_reviews" USING btree ("project_id","staff_id","week_on","done_at");--> statement-breakpoint
CREATE INDEX "purchase_orders_vendor" ON "purchase_orders" USING btree ("vendor_id");--> statement-breakpoint
CREATE INDEX "time_entries_of_task" ON "time_entries" USING btree ("task_id");--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_position" UNIQUE("invoice_id","position");--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_in_project" UNIQUE("project_id","id");--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_in_project" UNIQUE("project_id","id");--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_reversed_once" UNIQUE("reverses");--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_source" CHECK ("invoice_lines"."source" in ('milestone', 'time', 'expense', 'vendor', 'retainer', 'deposit-set-off', 'write-down'));--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_unit" CHECK ("invoice_lines"."unit" in ('C62', 'HUR'));--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_tax" CHECK ("invoice_lines"."tax_category" in ('S', 'Z', 'AE', 'E', 'O') and "invoice_lines"."tax_basis_points" between 0 and 10000
        and ("invoice_lines"."tax_category" = 'S') = ("invoice_lines"."tax_basis_points" > 0));--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_names_its_milestone" CHECK (("invoice_lines"."source" in ('milestone', 'deposit-set-off')) = ("invoice_lines"."billing_milestone_id" is not null));--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_kind" CHECK ("invoices"."kind" in ('invoice', 'credit-note'));--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_sign" CHECK (("invoices"."kind" = 'credit-note') = ("invoices"."refers_to" is not null));--> statement-breakpoint
ALTER TABLE "billing_milestones" ADD CONSTRAINT "billing_milestones_trigger" CHECK ("billing_milestones"."trigger" in ('acceptance', 'date', 'progress', 'period', 'deposit'));--> statement-breakpoint
ALTER TABLE "billing_milestones" ADD CONSTRAINT "billing_milestones_day" CHECK ("billing_milestones"."trigger" not in ('date', 'period') or "billing_milestones"."due_on" is not null);--> statement-breakpoint
ALTER TABLE "billing_milestones" ADD CONSTRAINT "billing_milestones_progress" CHECK (("billing_milestones"."trigger" = 'progress') = ("billing_milestones"."at_percent" is not null) and "billing_milestones"."at_percent" between 1 and 100);--> statement-breakpoint
ALTER TABLE "cost_rates" ADD CONSTRAINT "cost_rates_overtime" CHECK ("cost_rates"."overtime_hour_minor" > 0);--> statement-breakpoint
ALTER TABLE "cost_rates" ADD CONSTRAINT "cost_rates_period" CHECK ("cost_rates"."to_on" is null or "cost_rates"."to_on" >= "cost_rates"."from_on");--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_booked" CHECK ("time_entries"."reverses" is not null or "time_entries"."booked_on" = "time_entries"."worked_on");--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_kind" CHECK ("time_entries"."kind" in ('billable', 'non-billable', 'mentoring', 'overtime'));--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_approved" CHECK (("time_entries"."approved_at" is null) = ("time_entries"."approved_by" is null));--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_submitted_first" CHECK ("time_entries"."approved_at" is null or "time_entries"."submitted_at" is not null);--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_minutes" CHECK (case when "time_entries"."reverses" is null then "time_entries"."minutes" between 1 and 1440 else "time_entries"."minutes" between -1440 and -1 end);--> statement-breakpoint
ALTER TABLE "signing_authorities" ADD CONSTRAINT "signing_authorities_kind" CHECK ("signing_authorities"."kind" in ('acceptance', 'change'));--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_country" CHECK ("customers"."country" ~ '^[A-Z]{2}$');--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_vendor" CHECK (("staff"."role" = 'vendor') = ("staff"."vendor_id" is not null));--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_utilisation" CHECK ("staff"."target_utilisation_percent" between 0 and 100);--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_weekly_minutes" CHECK ("staff"."weekly_minutes" between 0 and 4800);--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_role" CHECK ("staff"."role" in ('team_member', 'project_manager', 'program_manager', 'finance', 'account_manager', 'executive', 'administrator', 'vendor'));--> statement-breakpoint
ALTER TABLE "invoice_drafts" ADD CONSTRAINT "invoice_drafts_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_drafts" ADD CONSTRAINT "invoice_drafts_written_by_staff_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_drafts" ADD CONSTRAINT "invoice_drafts_reviewed_by_staff_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_line_entries" ADD CONSTRAINT "invoice_line_entries_line" FOREIGN KEY ("project_id","invoice_line_id") REFERENCES "public"."invoice_lines"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_line_entries" ADD CONSTRAINT "invoice_line_entries_time_entry" FOREIGN KEY ("project_id","time_entry_id") REFERENCES "public"."time_entries"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_line_entries" ADD CONSTRAINT "invoice_line_entries_expense" FOREIGN KEY ("project_id","expense_id") REFERENCES "public"."expenses"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_line_entries" ADD CONSTRAINT "invoice_line_entries_vendor_invoice" FOREIGN KEY ("project_id","vendor_invoice_id") REFERENCES "public"."vendor_invoices"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_sendings" ADD CONSTRAINT "invoice_sendings_sent_by_staff_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_sendings" ADD CONSTRAINT "invoice_sendings_invoice" FOREIGN KEY ("project_id","invoice_id") REFERENCES "public"."invoices"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_taxes" ADD CONSTRAINT "invoice_taxes_invoice" FOREIGN KEY ("project_id","invoice_id") REFERENCES "public"."invoices"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_write_offs" ADD CONSTRAINT "invoice_write_offs_recorded_by_staff_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_write_offs" ADD CONSTRAINT "invoice_write_offs_invoice" FOREIGN KEY ("project_id","invoice_id") REFERENCES "public"."invoices"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_lines" ADD CONSTRAINT "budget_lines_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_lines" ADD CONSTRAINT "budget_lines_budget" FOREIGN KEY ("project_id","budget_id") REFERENCES "public"."budgets"("project_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_reviews" ADD CONSTRAINT "budget_reviews_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_reviews" ADD CONSTRAINT "budget_reviews_done_by_staff_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_reviews" ADD CONSTRAINT "budget_reviews_budget" FOREIGN KEY ("project_id","budget_id") REFERENCES "public"."budgets"("project_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_transfer_answers" ADD CONSTRAINT "budget_transfer_answers_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_transfer_answers" ADD CONSTRAINT "budget_transfer_answers_answered_by_staff_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_transfer_answers" ADD CONSTRAINT "budget_transfer_answers_transfer" FOREIGN KEY ("project_id","budget_transfer_id") REFERENCES "public"."budget_transfers"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_transfers" ADD CONSTRAINT "budget_transfers_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_transfers" ADD CONSTRAINT "budget_transfers_asked_by_staff_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_transfers" ADD CONSTRAINT "budget_transfers_from" FOREIGN KEY ("project_id","from_line_id") REFERENCES "public"."budget_lines"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_transfers" ADD CONSTRAINT "budget_transfers_to" FOREIGN KEY ("project_id","to_line_id") REFERENCES "public"."budget_lines"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_transfers" ADD CONSTRAINT "budget_transfers_risk" FOREIGN KEY ("project_id","risk_id") REFERENCES "public"."risks"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budgets" ADD CONSTRAINT "budgets_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budgets" ADD CONSTRAINT "budgets_written_by_staff_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risks" ADD CONSTRAINT "risks_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risks" ADD CONSTRAINT "risks_owner_id_staff_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_closing_id_month_closings_id_fk" FOREIGN KEY ("closing_id") REFERENCES "public"."month_closings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "month_closings" ADD CONSTRAINT "month_closings_done_by_staff_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "month_reports" ADD CONSTRAINT "month_reports_closing_id_month_closings_id_fk" FOREIGN KEY ("closing_id") REFERENCES "public"."month_closings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "month_reports" ADD CONSTRAINT "month_reports_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revenue_recognitions" ADD CONSTRAINT "revenue_recognitions_closing_id_month_closings_id_fk" FOREIGN KEY ("closing_id") REFERENCES "public"."month_closings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revenue_recognitions" ADD CONSTRAINT "revenue_recognitions_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_decisions" ADD CONSTRAINT "change_decisions_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_decisions" ADD CONSTRAINT "change_decisions_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_decisions" ADD CONSTRAINT "change_decisions_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_decisions" ADD CONSTRAINT "change_decisions_request" FOREIGN KEY ("project_id","change_request_id") REFERENCES "public"."change_requests"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_request_lines" ADD CONSTRAINT "change_request_lines_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_request_lines" ADD CONSTRAINT "change_request_lines_request" FOREIGN KEY ("project_id","change_request_id") REFERENCES "public"."change_requests"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_request_lines" ADD CONSTRAINT "change_request_lines_line" FOREIGN KEY ("project_id","contract_line_id") REFERENCES "public"."contract_lines"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_request_milestones" ADD CONSTRAINT "change_request_milestones_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_request_milestones" ADD CONSTRAINT "change_request_milestones_request" FOREIGN KEY ("project_id","change_request_id") REFERENCES "public"."change_requests"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_proposed_by_staff_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_lines" ADD CONSTRAINT "contract_lines_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_orders" ADD CONSTRAINT "customer_orders_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_orders" ADD CONSTRAINT "customer_orders_recorded_by_staff_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expense_policies" ADD CONSTRAINT "expense_policies_recorded_by_staff_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expense_reviews" ADD CONSTRAINT "expense_reviews_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expense_reviews" ADD CONSTRAINT "expense_reviews_done_by_staff_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expense_reviews" ADD CONSTRAINT "expense_reviews_expense" FOREIGN KEY ("project_id","expense_id") REFERENCES "public"."expenses"("project_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_receipt_sha256_files_sha256_fk" FOREIGN KEY ("receipt_sha256") REFERENCES "public"."files"("sha256") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_approved_by_staff_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_reversed" FOREIGN KEY ("project_id","reverses") REFERENCES "public"."expenses"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_task" FOREIGN KEY ("project_id","task_id") REFERENCES "public"."tasks"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_line" FOREIGN KEY ("project_id","contract_line_id") REFERENCES "public"."contract_lines"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "money_changes" ADD CONSTRAINT "money_changes_changed_by_staff_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "out_of_scope_work" ADD CONSTRAINT "out_of_scope_work_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "out_of_scope_work" ADD CONSTRAINT "out_of_scope_work_marked_by_staff_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "out_of_scope_work" ADD CONSTRAINT "out_of_scope_work_settled_by_staff_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "out_of_scope_work" ADD CONSTRAINT "out_of_scope_work_entry" FOREIGN KEY ("project_id","time_entry_id") REFERENCES "public"."time_entries"("project_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_totals" ADD CONSTRAINT "project_totals_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_month_costs" ADD CONSTRAINT "task_month_costs_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider" ADD CONSTRAINT "provider_changed_by_staff_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill_rates" ADD CONSTRAINT "bill_rates_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bill_rates" ADD CONSTRAINT "bill_rates_recorded_by_staff_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_rates" ADD CONSTRAINT "exchange_rates_recorded_by_staff_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_reviews" ADD CONSTRAINT "time_reviews_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_reviews" ADD CONSTRAINT "time_reviews_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_reviews" ADD CONSTRAINT "time_reviews_done_by_staff_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timers" ADD CONSTRAINT "timers_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timers" ADD CONSTRAINT "timers_task" FOREIGN KEY ("project_id","task_id") REFERENCES "public"."tasks"("project_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_order_lines" ADD CONSTRAINT "purchase_order_lines_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_order_lines" ADD CONSTRAINT "purchase_order_lines_order" FOREIGN KEY ("project_id","purchase_order_id") REFERENCES "public"."purchase_orders"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_orders" ADD CONSTRAINT "purchase_orders_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_orders" ADD CONSTRAINT "purchase_orders_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_orders" ADD CONSTRAINT "purchase_orders_ordered_by_staff_id_fk" FOREIGN KEY ("ordered_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_orders" ADD CONSTRAINT "purchase_orders_task" FOREIGN KEY ("project_id","task_id") REFERENCES "public"."tasks"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_receipts" ADD CONSTRAINT "purchase_receipts_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_receipts" ADD CONSTRAINT "purchase_receipts_recorded_by_staff_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_receipts" ADD CONSTRAINT "purchase_receipts_line" FOREIGN KEY ("project_id","purchase_order_line_id") REFERENCES "public"."purchase_order_lines"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vendor_invoices" ADD CONSTRAINT "vendor_invoices_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vendor_invoices" ADD CONSTRAINT "vendor_invoices_approved_by_staff_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vendor_invoices" ADD CONSTRAINT "vendor_invoices_recorded_by_staff_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vendor_invoices" ADD CONSTRAINT "vendor_invoices_order" FOREIGN KEY ("project_id","purchase_order_id") REFERENCES "public"."purchase_orders"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_line" FOREIGN KEY ("project_id","contract_line_id") REFERENCES "public"."contract_lines"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_refers_to" FOREIGN KEY ("project_id","refers_to") REFERENCES "public"."invoices"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_order" FOREIGN KEY ("project_id","customer_order_id") REFERENCES "public"."customer_orders"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing_milestones" ADD CONSTRAINT "billing_milestones_line" FOREIGN KEY ("project_id","contract_line_id") REFERENCES "public"."contract_lines"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cost_rates" ADD CONSTRAINT "cost_rates_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_approved_by_staff_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_reversed" FOREIGN KEY ("project_id","reverses") REFERENCES "public"."time_entries"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_line" FOREIGN KEY ("project_id","contract_line_id") REFERENCES "public"."contract_lines"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_program_id_programs_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."programs"("id") ON DELETE restrict ON UPDATE no action;
