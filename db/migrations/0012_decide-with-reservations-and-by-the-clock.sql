CREATE TABLE "acceptance_reminders" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"days_before" integer NOT NULL,
	"last_day" date NOT NULL,
	"contact_id" uuid NOT NULL,
	"mail_id" uuid NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "acceptance_reminders_once" UNIQUE("submission_id","contact_id","kind","days_before","last_day"),
	CONSTRAINT "acceptance_reminders_kind" CHECK ("acceptance_reminders"."kind" in ('reminder', 'warning'))
);
--> statement-breakpoint
CREATE TABLE "clock_pauses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"cause" text NOT NULL,
	"reason" text NOT NULL,
	"paused_by" uuid NOT NULL,
	"paused_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "clock_pauses_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "clock_pauses_cause" CHECK ("clock_pauses"."cause" in ('supplier', 'other'))
);
--> statement-breakpoint
CREATE TABLE "clock_resumptions" (
	"pause_id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"resumed_by" uuid NOT NULL,
	"resumed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delegation_revocations" (
	"delegation_id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"revoked_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "punch_item_closures" (
	"punch_item_id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"closed_by" uuid NOT NULL,
	"closed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "punch_item_reports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"punch_item_id" uuid NOT NULL,
	"note" text NOT NULL,
	"reported_by" uuid NOT NULL,
	"reported_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "punch_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"criterion_id" uuid,
	"text" text NOT NULL,
	"owner_side" text NOT NULL,
	"owner_name" text NOT NULL,
	"due_on" date NOT NULL,
	CONSTRAINT "punch_items_position" UNIQUE("decision_id","position"),
	CONSTRAINT "punch_items_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "punch_items_owner" CHECK ("punch_items"."owner_side" in ('provider', 'customer'))
);
--> statement-breakpoint
CREATE TABLE "signature_requirements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"deliverable_id" uuid,
	"contact_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "signature_requirements_once" UNIQUE NULLS NOT DISTINCT("project_id","deliverable_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"signed_by" uuid NOT NULL,
	"on_behalf_of" uuid,
	"signed_at" timestamp with time zone NOT NULL,
	"time_zone" text NOT NULL,
	"typed_name" text NOT NULL,
	"statement" text NOT NULL,
	"submission_digest" text NOT NULL,
	"authority" jsonb NOT NULL,
	"results" jsonb NOT NULL,
	"reservations" jsonb NOT NULL,
	CONSTRAINT "signatures_once" UNIQUE("submission_id","signed_by"),
	CONSTRAINT "signatures_in_project" UNIQUE("project_id","id")
);
--> statement-breakpoint
CREATE TABLE "signing_delegations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"from_contact_id" uuid NOT NULL,
	"to_contact_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"delegated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "signing_delegations_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "signing_delegations_dates" CHECK ("signing_delegations"."to_on" >= "signing_delegations"."from_on"),
	CONSTRAINT "signing_delegations_other" CHECK ("signing_delegations"."from_contact_id" <> "signing_delegations"."to_contact_id")
);
--> statement-breakpoint
CREATE TABLE "time_answers" (
	"time_request_id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"is_granted" boolean NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"answered_by" uuid NOT NULL,
	"answered_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "time_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"until" date NOT NULL,
	"reason" text NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "time_requests_in_project" UNIQUE("project_id","id")
);
--> statement-breakpoint
CREATE TABLE "claim_answers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"text" text NOT NULL,
	"answered_by" uuid NOT NULL,
	"answered_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "claim_answers_answer" CHECK ("claim_answers"."answer" in ('mended', 'not-covered', 'in-work'))
);
--> statement-breakpoint
CREATE TABLE "claim_closures" (
	"claim_id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"closed_by" uuid NOT NULL,
	"closed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "warranty_claim_files" (
	"project_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "warranty_claim_files_claim_id_position_pk" PRIMARY KEY("claim_id","position")
);
--> statement-breakpoint
CREATE TABLE "warranty_claims" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"deliverable_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"claimed_by" uuid NOT NULL,
	"claimed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "warranty_claims_number" UNIQUE("project_id","number"),
	CONSTRAINT "warranty_claims_in_project" UNIQUE("project_id","id")
);
--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_once";--> statement-breakpoint
ALTER TABLE "criterion_results" DROP CONSTRAINT "criterion_results_result";--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_outcome";--> statement-breakpoint
ALTER TABLE "decisions" ALTER COLUMN "decided_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ALTER COLUMN "authority" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "billing_milestone_releases" ADD COLUMN "stage" text DEFAULT 'first' NOT NULL;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "acceptance_clause" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "acceptance_days" integer;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "acceptance_first_day" text DEFAULT 'next-business-day' NOT NULL;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "deemed_clause" text;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "reminder_days" integer[] DEFAULT '{}'::integer[] NOT NULL;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "warning_days" integer DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "reservation_basis_points" integer DEFAULT 10000 NOT NULL;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "signing_order" text DEFAULT 'parallel' NOT NULL;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "warranty_months" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "deliverables" ADD COLUMN "acceptance" text DEFAULT 'once' NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "kind" text DEFAULT 'signed' NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "act" text DEFAULT 'decides' NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "refers_to" uuid;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "on_behalf_of" uuid;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "releases_basis_points" integer DEFAULT 10000 NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "clause" text;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "clock" jsonb;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "stage" text DEFAULT 'first' NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "terms" jsonb;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_in_project" UNIQUE("project_id","id");--> statement-breakpoint
ALTER TABLE "acceptance_reminders" ADD CONSTRAINT "acceptance_reminders_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance_reminders" ADD CONSTRAINT "acceptance_reminders_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance_reminders" ADD CONSTRAINT "acceptance_reminders_mail_id_mails_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mails"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance_reminders" ADD CONSTRAINT "acceptance_reminders_submission" FOREIGN KEY ("project_id","submission_id") REFERENCES "public"."submissions"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_pauses" ADD CONSTRAINT "clock_pauses_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_pauses" ADD CONSTRAINT "clock_pauses_paused_by_staff_id_fk" FOREIGN KEY ("paused_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_pauses" ADD CONSTRAINT "clock_pauses_submission" FOREIGN KEY ("project_id","submission_id") REFERENCES "public"."submissions"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_resumptions" ADD CONSTRAINT "clock_resumptions_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_resumptions" ADD CONSTRAINT "clock_resumptions_resumed_by_staff_id_fk" FOREIGN KEY ("resumed_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_resumptions" ADD CONSTRAINT "clock_resumptions_pause" FOREIGN KEY ("project_id","pause_id") REFERENCES "public"."clock_pauses"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation_revocations" ADD CONSTRAINT "delegation_revocations_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation_revocations" ADD CONSTRAINT "delegation_revocations_delegation" FOREIGN KEY ("project_id","delegation_id") REFERENCES "public"."signing_delegations"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "punch_item_closures" ADD CONSTRAINT "punch_item_closures_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "punch_item_closures" ADD CONSTRAINT "punch_item_closures_closed_by_contacts_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."contacts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "punch_item_closures" ADD CONSTRAINT "punch_item_closures_item" FOREIGN KEY ("project_id","punch_item_id") REFERENCES "public"."punch_items"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "punch_item_reports" ADD CONSTRAINT "punch_item_reports_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "punch_item_reports" ADD CONSTRAINT "punch_item_reports_reported_by_staff_id_fk" FOREIGN KEY ("reported_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "punch_item_reports" ADD CONSTRAINT "punch_item_reports_item" FOREIGN KEY ("project_id","punch_item_id") REFERENCES "public"."punch_items"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "punch_items" ADD CONSTRAINT "punch_items_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "punch_items" ADD CONSTRAINT "punch_items_decision" FOREIGN KEY ("project_id","decision_id") REFERENCES "public"."decisions"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_requirements" ADD CONSTRAINT "signature_requirements_contact" FOREIGN KEY ("project_id","contact_id") REFERENCES "public"."project_contacts"("project_id","contact_id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature_requirements" ADD CONSTRAINT "signature_requirements_deliverable" FOREIGN KEY ("project_id","deliverable_id") REFERENCES "public"."deliverables"("project_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_signed_by_contacts_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."contacts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_on_behalf_of_contacts_id_fk" FOREIGN KEY ("on_behalf_of") REFERENCES "public"."contacts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_submission" FOREIGN KEY ("project_id","submission_id") REFERENCES "public"."submissions"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_delegations" ADD CONSTRAINT "signing_delegations_from" FOREIGN KEY ("project_id","from_contact_id") REFERENCES "public"."project_contacts"("project_id","contact_id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_delegations" ADD CONSTRAINT "signing_delegations_to" FOREIGN KEY ("project_id","to_contact_id") REFERENCES "public"."project_contacts"("project_id","contact_id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_answers" ADD CONSTRAINT "time_answers_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_answers" ADD CONSTRAINT "time_answers_answered_by_staff_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_answers" ADD CONSTRAINT "time_answers_request" FOREIGN KEY ("project_id","time_request_id") REFERENCES "public"."time_requests"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_requests" ADD CONSTRAINT "time_requests_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_requests" ADD CONSTRAINT "time_requests_requested_by_contacts_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."contacts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_requests" ADD CONSTRAINT "time_requests_submission" FOREIGN KEY ("project_id","submission_id") REFERENCES "public"."submissions"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_answers" ADD CONSTRAINT "claim_answers_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_answers" ADD CONSTRAINT "claim_answers_answered_by_staff_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_answers" ADD CONSTRAINT "claim_answers_claim" FOREIGN KEY ("project_id","claim_id") REFERENCES "public"."warranty_claims"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_closures" ADD CONSTRAINT "claim_closures_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_closures" ADD CONSTRAINT "claim_closures_closed_by_contacts_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."contacts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_closures" ADD CONSTRAINT "claim_closures_claim" FOREIGN KEY ("project_id","claim_id") REFERENCES "public"."warranty_claims"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warranty_claim_files" ADD CONSTRAINT "warranty_claim_files_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warranty_claim_files" ADD CONSTRAINT "warranty_claim_files_sha256_files_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."files"("sha256") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warranty_claim_files" ADD CONSTRAINT "warranty_claim_files_claim" FOREIGN KEY ("project_id","claim_id") REFERENCES "public"."warranty_claims"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warranty_claims" ADD CONSTRAINT "warranty_claims_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warranty_claims" ADD CONSTRAINT "warranty_claims_claimed_by_contacts_id_fk" FOREIGN KEY ("claimed_by") REFERENCES "public"."contacts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warranty_claims" ADD CONSTRAINT "warranty_claims_deliverable" FOREIGN KEY ("project_id","deliverable_id") REFERENCES "public"."deliverables"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_on_behalf_of_contacts_id_fk" FOREIGN KEY ("on_behalf_of") REFERENCES "public"."contacts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_refers_to" FOREIGN KEY ("project_id","refers_to") REFERENCES "public"."decisions"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "decisions_once" ON "decisions" USING btree ("submission_id") WHERE "decisions"."refers_to" is null;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_in_line" UNIQUE("refers_to");--> statement-breakpoint
ALTER TABLE "billing_milestone_releases" ADD CONSTRAINT "billing_milestone_releases_stage" CHECK ("billing_milestone_releases"."stage" in ('first', 'final'));--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_acceptance_days" CHECK ("contracts"."acceptance_days" between 1 and 365);--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_acceptance_first_day" CHECK ("contracts"."acceptance_first_day" in ('submission-day', 'next-business-day'));--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_deemed" CHECK ("contracts"."deemed_clause" is null or "contracts"."acceptance_days" is not null);--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_warning_days" CHECK ("contracts"."warning_days" between 1 and 60);--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_reservation" CHECK ("contracts"."reservation_basis_points" between 0 and 10000);--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_signing_order" CHECK ("contracts"."signing_order" in ('parallel', 'sequence'));--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_warranty" CHECK ("contracts"."warranty_months" between 0 and 240);--> statement-breakpoint
ALTER TABLE "deliverables" ADD CONSTRAINT "deliverables_acceptance" CHECK ("deliverables"."acceptance" in ('once', 'provisional-and-final'));--> statement-breakpoint
ALTER TABLE "criterion_results" ADD CONSTRAINT "criterion_results_result" CHECK ("criterion_results"."result" in ('met', 'met-with-reservation', 'not-met'));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_kind" CHECK ("decisions"."kind" in ('signed', 'deemed'));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_act" CHECK ("decisions"."act" in ('decides', 'withdraws', 'corrects'));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_refers" CHECK ("decisions"."act" = 'decides' or "decisions"."refers_to" is not null);--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_signed" CHECK (("decisions"."kind" = 'signed') = ("decisions"."decided_by" is not null));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_deemed" CHECK ("decisions"."kind" = 'signed' or ("decisions"."outcome" = 'accepted' and "decisions"."clause" is not null and "decisions"."clock" is not null));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_share" CHECK ("decisions"."releases_basis_points" between 0 and 10000);--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_outcome" CHECK ("decisions"."outcome" in ('accepted', 'accepted-with-reservations', 'rejected'));--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_stage" CHECK ("submissions"."stage" in ('first', 'final'));