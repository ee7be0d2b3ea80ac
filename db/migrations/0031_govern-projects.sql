CREATE TABLE "appraisals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"context" text DEFAULT '' NOT NULL,
	"content" jsonb NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "appraisals_number" UNIQUE("project_id","number"),
	CONSTRAINT "appraisals_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "appraisals_title" CHECK ("appraisals"."title" ~ '\S')
);
--> statement-breakpoint
CREATE TABLE "decision_records" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"context" text DEFAULT '' NOT NULL,
	"decision" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"decided_on" date NOT NULL,
	"appraised" jsonb,
	"appraisal_id" uuid,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "decision_records_number" UNIQUE("project_id","number"),
	CONSTRAINT "decision_records_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "decision_records_appraisal" UNIQUE("project_id","appraisal_id"),
	CONSTRAINT "decision_records_words" CHECK ("decision_records"."title" ~ '\S' and "decision_records"."decision" ~ '\S'),
	CONSTRAINT "decision_records_appraised" CHECK (("decision_records"."appraised" is null) = ("decision_records"."appraisal_id" is null)),
	CONSTRAINT "decision_records_reason" CHECK ("decision_records"."reason" ~ '\S' or ("decision_records"."appraised" is not null and ("decision_records"."appraised" ->> 'isBest')::boolean))
);
--> statement-breakpoint
CREATE TABLE "dependencies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"what" text NOT NULL,
	"party" text NOT NULL,
	"need_on" date NOT NULL,
	"owner_contact_id" uuid,
	"owner_name" text DEFAULT '' NOT NULL,
	"task_uid" integer,
	"note" text DEFAULT '' NOT NULL,
	"closing" text,
	"closing_note" text DEFAULT '' NOT NULL,
	"closed_by" uuid,
	"closed_at" timestamp with time zone,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dependencies_number" UNIQUE("project_id","number"),
	CONSTRAINT "dependencies_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "dependencies_what" CHECK ("dependencies"."what" ~ '\S'),
	CONSTRAINT "dependencies_party" CHECK ("dependencies"."party" in ('customer', 'third-party')),
	CONSTRAINT "dependencies_owner" CHECK ("dependencies"."owner_contact_id" is not null or "dependencies"."owner_name" ~ '\S'),
	CONSTRAINT "dependencies_contact" CHECK ("dependencies"."owner_contact_id" is null or "dependencies"."party" = 'customer'),
	CONSTRAINT "dependencies_closing" CHECK ("dependencies"."closing" is null or "dependencies"."closing" in ('received', 'dropped')),
	CONSTRAINT "dependencies_closed" CHECK (("dependencies"."closing" is null) = ("dependencies"."closed_at" is null) and ("dependencies"."closing" is null) = ("dependencies"."closed_by" is null)),
	CONSTRAINT "dependencies_dropped" CHECK ("dependencies"."closing" is distinct from 'dropped' or "dependencies"."closing_note" ~ '\S')
);
--> statement-breakpoint
CREATE TABLE "dependency_answers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"remark" text DEFAULT '' NOT NULL,
	"promised_on" date,
	"file_name" text,
	"file_sha256" text,
	"answered_by" uuid NOT NULL,
	"answered_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dependency_answers_answer" CHECK ("dependency_answers"."answer" in ('done', 'later')),
	CONSTRAINT "dependency_answers_promised" CHECK (("dependency_answers"."answer" = 'later') = ("dependency_answers"."promised_on" is not null)),
	CONSTRAINT "dependency_answers_file" CHECK (("dependency_answers"."file_name" is null) = ("dependency_answers"."file_sha256" is null))
);
--> statement-breakpoint
CREATE TABLE "dependency_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"dependency_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"what" text NOT NULL,
	"need_on" date NOT NULL,
	"for_task" text DEFAULT '' NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"contact_id" uuid,
	"put_by" uuid NOT NULL,
	"put_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dependency_requests_round" UNIQUE("project_id","dependency_id","round"),
	CONSTRAINT "dependency_requests_in_project" UNIQUE("project_id","id")
);
--> statement-breakpoint
CREATE TABLE "gate_condition_closures" (
	"condition_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"note" text NOT NULL,
	"closed_by" uuid NOT NULL,
	"closed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "gate_condition_closures_condition_id_pk" PRIMARY KEY("condition_id"),
	CONSTRAINT "gate_condition_closures_note" CHECK ("gate_condition_closures"."note" ~ '\S')
);
--> statement-breakpoint
CREATE TABLE "gate_conditions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"gate_decision_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	CONSTRAINT "gate_conditions_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "gate_conditions_text" CHECK ("gate_conditions"."text" ~ '\S')
);
--> statement-breakpoint
CREATE TABLE "gate_criteria" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"phase_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"statement" text NOT NULL,
	CONSTRAINT "gate_criteria_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "gate_criteria_kind" CHECK ("gate_criteria"."kind" in ('exit', 'entry')),
	CONSTRAINT "gate_criteria_statement" CHECK ("gate_criteria"."statement" ~ '\S')
);
--> statement-breakpoint
CREATE TABLE "gate_criterion_results" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"criterion_id" uuid NOT NULL,
	"result" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "gate_criterion_results_result" CHECK ("gate_criterion_results"."result" in ('met', 'not-met', 'waived')),
	CONSTRAINT "gate_criterion_results_reason" CHECK ("gate_criterion_results"."result" = 'met' or "gate_criterion_results"."note" ~ '\S')
);
--> statement-breakpoint
CREATE TABLE "gate_decisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"phase_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"state" jsonb NOT NULL,
	"digest" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "gate_decisions_number" UNIQUE("project_id","number"),
	CONSTRAINT "gate_decisions_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "gate_decisions_outcome" CHECK ("gate_decisions"."outcome" in ('go', 'conditional-go', 'hold', 'stop')),
	CONSTRAINT "gate_decisions_reason" CHECK ("gate_decisions"."outcome" = 'go' or "gate_decisions"."reason" ~ '\S'),
	CONSTRAINT "gate_decisions_digest" CHECK ("gate_decisions"."digest" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "gate_evidence" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"phase_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"element" text NOT NULL,
	"submission_level" integer NOT NULL,
	"is_required" boolean DEFAULT true NOT NULL,
	CONSTRAINT "gate_evidence_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "gate_evidence_level" CHECK ("gate_evidence"."submission_level" between 1 and 5),
	CONSTRAINT "gate_evidence_element" CHECK ("gate_evidence"."element" ~ '\S')
);
--> statement-breakpoint
CREATE TABLE "gate_evidence_records" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"evidence_id" uuid NOT NULL,
	"status" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"file_name" text,
	"file_sha256" text,
	"deliverable_id" uuid,
	"decision_record_id" uuid,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "gate_evidence_records_status" CHECK ("gate_evidence_records"."status" in ('submitted', 'approved', 'interim', 'rejected')),
	CONSTRAINT "gate_evidence_records_reason" CHECK ("gate_evidence_records"."status" not in ('interim', 'rejected') or "gate_evidence_records"."note" ~ '\S'),
	CONSTRAINT "gate_evidence_records_file" CHECK (("gate_evidence_records"."file_name" is null) = ("gate_evidence_records"."file_sha256" is null)),
	CONSTRAINT "gate_evidence_records_shows" CHECK ("gate_evidence_records"."status" = 'rejected' or "gate_evidence_records"."note" ~ '\S' or "gate_evidence_records"."file_sha256" is not null or "gate_evidence_records"."deliverable_id" is not null or "gate_evidence_records"."decision_record_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "project_phases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"gate_name" text NOT NULL,
	"task_uid" integer,
	CONSTRAINT "project_phases_position" UNIQUE("project_id","position"),
	CONSTRAINT "project_phases_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "project_phases_name" CHECK ("project_phases"."name" ~ '\S' and "project_phases"."gate_name" ~ '\S')
);
--> statement-breakpoint
CREATE TABLE "project_drafts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"started_by" uuid NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"template_name" text NOT NULL,
	"content" jsonb NOT NULL,
	"customer_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"objective" text NOT NULL,
	"starts_on" text NOT NULL,
	"choices" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"project_id" uuid,
	"founded_at" timestamp with time zone,
	CONSTRAINT "project_drafts_founded" CHECK (("project_drafts"."project_id" is null) = ("project_drafts"."founded_at" is null))
);
--> statement-breakpoint
CREATE TABLE "project_origins" (
	"project_id" uuid PRIMARY KEY NOT NULL,
	"template_name" text NOT NULL,
	"template_digest" text NOT NULL,
	"applied_by" uuid NOT NULL,
	"applied_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "project_templates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"content" jsonb NOT NULL,
	"from_project_id" uuid,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "project_templates_name" CHECK ("project_templates"."name" ~ '\S')
);
--> statement-breakpoint
CREATE TABLE "tailoring_records" (
	"project_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"part" text NOT NULL,
	"name" text NOT NULL,
	"choice" text NOT NULL,
	"adapted" text DEFAULT '' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "tailoring_records_project_id_position_pk" PRIMARY KEY("project_id","position"),
	CONSTRAINT "tailoring_records_part" CHECK ("tailoring_records"."part" in ('phase', 'task', 'deliverable', 'risk')),
	CONSTRAINT "tailoring_records_choice" CHECK ("tailoring_records"."choice" in ('keep', 'adapt', 'omit')),
	CONSTRAINT "tailoring_records_reason" CHECK ("tailoring_records"."choice" = 'keep' or "tailoring_records"."reason" ~ '\S'),
	CONSTRAINT "tailoring_records_adapted" CHECK (("tailoring_records"."choice" = 'adapt') = ("tailoring_records"."adapted" ~ '\S'))
);
--> statement-breakpoint
ALTER TABLE "appraisals" ADD CONSTRAINT "appraisals_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisals" ADD CONSTRAINT "appraisals_written_by_staff_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_records" ADD CONSTRAINT "decision_records_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_records" ADD CONSTRAINT "decision_records_recorded_by_staff_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_records" ADD CONSTRAINT "decision_records_of_appraisal" FOREIGN KEY ("project_id","appraisal_id") REFERENCES "public"."appraisals"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependencies" ADD CONSTRAINT "dependencies_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependencies" ADD CONSTRAINT "dependencies_owner_contact_id_contacts_id_fk" FOREIGN KEY ("owner_contact_id") REFERENCES "public"."contacts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependencies" ADD CONSTRAINT "dependencies_closed_by_staff_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependency_answers" ADD CONSTRAINT "dependency_answers_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependency_answers" ADD CONSTRAINT "dependency_answers_file_sha256_files_sha256_fk" FOREIGN KEY ("file_sha256") REFERENCES "public"."files"("sha256") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependency_answers" ADD CONSTRAINT "dependency_answers_answered_by_contacts_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."contacts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependency_answers" ADD CONSTRAINT "dependency_answers_request" FOREIGN KEY ("project_id","request_id") REFERENCES "public"."dependency_requests"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependency_requests" ADD CONSTRAINT "dependency_requests_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependency_requests" ADD CONSTRAINT "dependency_requests_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependency_requests" ADD CONSTRAINT "dependency_requests_put_by_staff_id_fk" FOREIGN KEY ("put_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependency_requests" ADD CONSTRAINT "dependency_requests_dependency" FOREIGN KEY ("project_id","dependency_id") REFERENCES "public"."dependencies"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_condition_closures" ADD CONSTRAINT "gate_condition_closures_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_condition_closures" ADD CONSTRAINT "gate_condition_closures_closed_by_staff_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_condition_closures" ADD CONSTRAINT "gate_condition_closures_condition" FOREIGN KEY ("project_id","condition_id") REFERENCES "public"."gate_conditions"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_conditions" ADD CONSTRAINT "gate_conditions_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_conditions" ADD CONSTRAINT "gate_conditions_owner_id_staff_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_conditions" ADD CONSTRAINT "gate_conditions_decision" FOREIGN KEY ("project_id","gate_decision_id") REFERENCES "public"."gate_decisions"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_criteria" ADD CONSTRAINT "gate_criteria_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_criteria" ADD CONSTRAINT "gate_criteria_phase" FOREIGN KEY ("project_id","phase_id") REFERENCES "public"."project_phases"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_criterion_results" ADD CONSTRAINT "gate_criterion_results_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_criterion_results" ADD CONSTRAINT "gate_criterion_results_recorded_by_staff_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_criterion_results" ADD CONSTRAINT "gate_criterion_results_criterion" FOREIGN KEY ("project_id","criterion_id") REFERENCES "public"."gate_criteria"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_decisions" ADD CONSTRAINT "gate_decisions_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_decisions" ADD CONSTRAINT "gate_decisions_decided_by_staff_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_decisions" ADD CONSTRAINT "gate_decisions_phase" FOREIGN KEY ("project_id","phase_id") REFERENCES "public"."project_phases"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_evidence" ADD CONSTRAINT "gate_evidence_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_evidence" ADD CONSTRAINT "gate_evidence_phase" FOREIGN KEY ("project_id","phase_id") REFERENCES "public"."project_phases"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_evidence_records" ADD CONSTRAINT "gate_evidence_records_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_evidence_records" ADD CONSTRAINT "gate_evidence_records_file_sha256_files_sha256_fk" FOREIGN KEY ("file_sha256") REFERENCES "public"."files"("sha256") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_evidence_records" ADD CONSTRAINT "gate_evidence_records_recorded_by_staff_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_evidence_records" ADD CONSTRAINT "gate_evidence_records_evidence" FOREIGN KEY ("project_id","evidence_id") REFERENCES "public"."gate_evidence"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_evidence_records" ADD CONSTRAINT "gate_evidence_records_deliverable" FOREIGN KEY ("project_id","deliverable_id") REFERENCES "public"."deliverables"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_evidence_records" ADD CONSTRAINT "gate_evidence_records_decision" FOREIGN KEY ("project_id","decision_record_id") REFERENCES "public"."decision_records"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_phases" ADD CONSTRAINT "project_phases_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_drafts" ADD CONSTRAINT "project_drafts_started_by_staff_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_drafts" ADD CONSTRAINT "project_drafts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_drafts" ADD CONSTRAINT "project_drafts_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_origins" ADD CONSTRAINT "project_origins_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_origins" ADD CONSTRAINT "project_origins_applied_by_staff_id_fk" FOREIGN KEY ("applied_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_templates" ADD CONSTRAINT "project_templates_from_project_id_projects_id_fk" FOREIGN KEY ("from_project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_templates" ADD CONSTRAINT "project_templates_saved_by_staff_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tailoring_records" ADD CONSTRAINT "tailoring_records_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tailoring_records" ADD CONSTRAINT "tailoring_records_origin" FOREIGN KEY ("project_id") REFERENCES "public"."project_origins"("project_id") ON DELETE restrict ON UPDATE no action;