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
CREATE TABLE "board_columns" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"board_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"wip_limit" integer,
	"is_done" boolean DEFAULT false NOT NULL,
	CONSTRAINT "board_columns_of_board" UNIQUE("board_id","id"),
	CONSTRAINT "board_columns_name" CHECK ("board_columns"."name" ~ '\S'),
	CONSTRAINT "board_columns_limit" CHECK ("board_columns"."wip_limit" > 0)
);
--> statement-breakpoint
CREATE TABLE "board_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"board_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"size" integer,
	"staff_id" uuid,
	"iteration_id" uuid,
	"column_id" uuid,
	"moved_at" timestamp with time zone NOT NULL,
	"dropped_at" timestamp with time zone,
	CONSTRAINT "board_items_number" UNIQUE("board_id","number"),
	CONSTRAINT "board_items_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "board_items_title" CHECK ("board_items"."title" ~ '\S'),
	CONSTRAINT "board_items_size" CHECK ("board_items"."size" between 0 and 100000)
);
--> statement-breakpoint
CREATE TABLE "board_steps" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"board_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"scope_change" integer NOT NULL,
	"done_change" integer NOT NULL,
	"to_column" text,
	"done_by" uuid NOT NULL,
	"done_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "boards" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"task_uid" integer NOT NULL,
	"unit" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "boards_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "boards_once" UNIQUE("project_id","task_uid"),
	CONSTRAINT "boards_unit" CHECK ("boards"."unit" in ('points', 'hours'))
);
--> statement-breakpoint
CREATE TABLE "iterations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"board_id" uuid NOT NULL,
	"name" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"milestone_uid" integer,
	CONSTRAINT "iterations_of_board" UNIQUE("board_id","id"),
	CONSTRAINT "iterations_milestone" UNIQUE("project_id","milestone_uid"),
	CONSTRAINT "iterations_days" CHECK ("iterations"."starts_on" <= "iterations"."ends_on")
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
CREATE TABLE "leaves" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"staff_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"is_half_day" boolean DEFAULT false NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"verdict" text,
	"reason" text DEFAULT '' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "leaves_kind" CHECK ("leaves"."kind" in ('holiday', 'sick', 'training', 'other')),
	CONSTRAINT "leaves_dates" CHECK ("leaves"."to_on" between "leaves"."from_on" and "leaves"."from_on" + 366),
	CONSTRAINT "leaves_half_day" CHECK (not "leaves"."is_half_day" or "leaves"."from_on" = "leaves"."to_on"),
	CONSTRAINT "leaves_verdict" CHECK ("leaves"."verdict" in ('approved', 'refused')),
	CONSTRAINT "leaves_decided" CHECK (("leaves"."verdict" is null) = ("leaves"."decided_by" is null) and ("leaves"."verdict" is null) = ("leaves"."decided_at" is null)),
	CONSTRAINT "leaves_decided_by_another" CHECK ("leaves"."decided_by" <> "leaves"."staff_id"),
	CONSTRAINT "leaves_refused_with_a_reason" CHECK ("leaves"."verdict" <> 'refused' or "leaves"."reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "skills" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "skills_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "staff_skills" (
	"staff_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"level" integer NOT NULL,
	CONSTRAINT "staff_skills_staff_id_skill_id_pk" PRIMARY KEY("staff_id","skill_id"),
	CONSTRAINT "staff_skills_level" CHECK ("staff_skills"."level" between 1 and 5)
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
CREATE TABLE "plan_edits" (
	"project_id" uuid NOT NULL,
	"number" integer DEFAULT 0 NOT NULL,
	"staff_id" uuid,
	"key" uuid,
	"made_on" integer,
	"edits" jsonb,
	"renamed" jsonb,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_edits_project_id_number_pk" PRIMARY KEY("project_id","number"),
	CONSTRAINT "plan_edits_once" UNIQUE("project_id","key"),
	CONSTRAINT "plan_edits_number" CHECK ("plan_edits"."number" > 0),
	CONSTRAINT "plan_edits_sent" CHECK ("plan_edits"."key" is null or ("plan_edits"."edits" is not null and "plan_edits"."made_on" is not null and "plan_edits"."renamed" is not null))
);
--> statement-breakpoint
CREATE TABLE "staff_looks" (
	"staff_id" uuid PRIMARY KEY NOT NULL,
	"looked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"staff_id" uuid,
	"vendor_id" uuid,
	"job_role" text DEFAULT '' NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"day_minutes" integer,
	"share_percent" integer,
	"firmness" text NOT NULL,
	"over_reason" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"booked_by" uuid NOT NULL,
	"booked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bookings_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "bookings_firmness" CHECK ("bookings"."firmness" in ('soft', 'hard')),
	CONSTRAINT "bookings_dates" CHECK ("bookings"."to_on" between "bookings"."from_on" and "bookings"."from_on" + 1100),
	CONSTRAINT "bookings_of_somebody" CHECK (case when "bookings"."staff_id" is not null then "bookings"."vendor_id" is null when "bookings"."vendor_id" is not null then "bookings"."job_role" = '' else "bookings"."job_role" <> '' end),
	CONSTRAINT "bookings_amount" CHECK (("bookings"."day_minutes" is null) <> ("bookings"."share_percent" is null)),
	CONSTRAINT "bookings_minutes" CHECK ("bookings"."day_minutes" between 1 and 1440),
	CONSTRAINT "bookings_share" CHECK ("bookings"."share_percent" between 1 and 200),
	CONSTRAINT "bookings_share_of_a_person" CHECK ("bookings"."share_percent" is null or "bookings"."staff_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "raci_roles" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"team_place_id" uuid NOT NULL,
	"task_id" uuid,
	"deliverable_id" uuid,
	"letter" text NOT NULL,
	CONSTRAINT "raci_roles_once_a_phase" UNIQUE("team_place_id","task_id"),
	CONSTRAINT "raci_roles_once_a_deliverable" UNIQUE("team_place_id","deliverable_id"),
	CONSTRAINT "raci_roles_letter" CHECK ("raci_roles"."letter" in ('R', 'A', 'C', 'I')),
	CONSTRAINT "raci_roles_for_one" CHECK (num_nonnulls("raci_roles"."task_id", "raci_roles"."deliverable_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "task_skills" (
	"project_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"level" integer NOT NULL,
	CONSTRAINT "task_skills_task_id_skill_id_pk" PRIMARY KEY("task_id","skill_id"),
	CONSTRAINT "task_skills_level" CHECK ("task_skills"."level" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "team_places" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"staff_id" uuid,
	"contact_id" uuid,
	"vendor_id" uuid,
	"person_name" text DEFAULT '' NOT NULL,
	"function" text NOT NULL,
	"is_shown_to_customer" boolean DEFAULT false NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "team_places_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "team_places_staff" UNIQUE("project_id","staff_id"),
	CONSTRAINT "team_places_contact" UNIQUE("project_id","contact_id"),
	CONSTRAINT "team_places_of_one" CHECK (num_nonnulls("team_places"."staff_id", "team_places"."contact_id", "team_places"."vendor_id") = 1),
	CONSTRAINT "team_places_name" CHECK (("team_places"."person_name" <> '') = ("team_places"."vendor_id" is not null)),
	CONSTRAINT "team_places_function" CHECK ("team_places"."function" <> '')
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
ALTER TABLE "staff" ADD COLUMN "day_minutes" integer[];--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "holiday_place" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "business_unit" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "line_manager_id" uuid;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "plan_revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "appraisals" ADD CONSTRAINT "appraisals_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appraisals" ADD CONSTRAINT "appraisals_written_by_staff_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_records" ADD CONSTRAINT "decision_records_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_records" ADD CONSTRAINT "decision_records_recorded_by_staff_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_records" ADD CONSTRAINT "decision_records_of_appraisal" FOREIGN KEY ("project_id","appraisal_id") REFERENCES "public"."appraisals"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_columns" ADD CONSTRAINT "board_columns_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_columns" ADD CONSTRAINT "board_columns_board" FOREIGN KEY ("project_id","board_id") REFERENCES "public"."boards"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_items" ADD CONSTRAINT "board_items_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_items" ADD CONSTRAINT "board_items_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_items" ADD CONSTRAINT "board_items_board" FOREIGN KEY ("project_id","board_id") REFERENCES "public"."boards"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_items" ADD CONSTRAINT "board_items_column" FOREIGN KEY ("board_id","column_id") REFERENCES "public"."board_columns"("board_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_items" ADD CONSTRAINT "board_items_iteration" FOREIGN KEY ("board_id","iteration_id") REFERENCES "public"."iterations"("board_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_steps" ADD CONSTRAINT "board_steps_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_steps" ADD CONSTRAINT "board_steps_done_by_staff_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_steps" ADD CONSTRAINT "board_steps_item" FOREIGN KEY ("project_id","item_id") REFERENCES "public"."board_items"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boards" ADD CONSTRAINT "boards_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boards" ADD CONSTRAINT "boards_task" FOREIGN KEY ("project_id","task_uid") REFERENCES "public"."tasks"("project_id","uid") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "iterations" ADD CONSTRAINT "iterations_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "iterations" ADD CONSTRAINT "iterations_board" FOREIGN KEY ("project_id","board_id") REFERENCES "public"."boards"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "iterations" ADD CONSTRAINT "iterations_milestone_task" FOREIGN KEY ("project_id","milestone_uid") REFERENCES "public"."tasks"("project_id","uid") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_decided_by_staff_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_skills" ADD CONSTRAINT "staff_skills_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_skills" ADD CONSTRAINT "staff_skills_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "plan_edits" ADD CONSTRAINT "plan_edits_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_edits" ADD CONSTRAINT "plan_edits_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_looks" ADD CONSTRAINT "staff_looks_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_booked_by_staff_id_fk" FOREIGN KEY ("booked_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "raci_roles" ADD CONSTRAINT "raci_roles_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "raci_roles" ADD CONSTRAINT "raci_roles_place" FOREIGN KEY ("project_id","team_place_id") REFERENCES "public"."team_places"("project_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "raci_roles" ADD CONSTRAINT "raci_roles_task" FOREIGN KEY ("project_id","task_id") REFERENCES "public"."tasks"("project_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "raci_roles" ADD CONSTRAINT "raci_roles_deliverable" FOREIGN KEY ("project_id","deliverable_id") REFERENCES "public"."deliverables"("project_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_skills" ADD CONSTRAINT "task_skills_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_skills" ADD CONSTRAINT "task_skills_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_skills" ADD CONSTRAINT "task_skills_task" FOREIGN KEY ("project_id","task_id") REFERENCES "public"."tasks"("project_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_places" ADD CONSTRAINT "team_places_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_places" ADD CONSTRAINT "team_places_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_places" ADD CONSTRAINT "team_places_vendor_id_vendors_id_fk" FOREIGN KEY ("vendor_id") REFERENCES "public"."vendors"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_places" ADD CONSTRAINT "team_places_contact_in_project" FOREIGN KEY ("project_id","contact_id") REFERENCES "public"."project_contacts"("project_id","contact_id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_drafts" ADD CONSTRAINT "project_drafts_started_by_staff_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_drafts" ADD CONSTRAINT "project_drafts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_drafts" ADD CONSTRAINT "project_drafts_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_origins" ADD CONSTRAINT "project_origins_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_origins" ADD CONSTRAINT "project_origins_applied_by_staff_id_fk" FOREIGN KEY ("applied_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_templates" ADD CONSTRAINT "project_templates_from_project_id_projects_id_fk" FOREIGN KEY ("from_project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_templates" ADD CONSTRAINT "project_templates_saved_by_staff_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tailoring_records" ADD CONSTRAINT "tailoring_records_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tailoring_records" ADD CONSTRAINT "tailoring_records_origin" FOREIGN KEY ("project_id") REFERENCES "public"."project_origins"("project_id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "board_items_of_column" ON "board_items" USING btree ("column_id");--> statement-breakpoint
CREATE INDEX "board_steps_of_board" ON "board_steps" USING btree ("board_id","done_at");--> statement-breakpoint
CREATE INDEX "leaves_of_staff" ON "leaves" USING btree ("staff_id","to_on");--> statement-breakpoint
CREATE INDEX "bookings_of_staff" ON "bookings" USING btree ("staff_id","to_on");--> statement-breakpoint
CREATE INDEX "bookings_of_project" ON "bookings" USING btree ("project_id");--> statement-breakpoint
CREATE UNIQUE INDEX "raci_roles_one_accountable_for_a_phase" ON "raci_roles" USING btree ("task_id") WHERE "raci_roles"."letter" = 'A';--> statement-breakpoint
CREATE UNIQUE INDEX "raci_roles_one_accountable_for_a_deliverable" ON "raci_roles" USING btree ("deliverable_id") WHERE "raci_roles"."letter" = 'A';--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_line_manager_id_staff_id_fk" FOREIGN KEY ("line_manager_id") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_day_minutes" CHECK (cardinality("staff"."day_minutes") = 7 and 0 <= all ("staff"."day_minutes") and 1440 >= all ("staff"."day_minutes") and "staff"."day_minutes"[1] + "staff"."day_minutes"[2] + "staff"."day_minutes"[3] + "staff"."day_minutes"[4] + "staff"."day_minutes"[5] + "staff"."day_minutes"[6] + "staff"."day_minutes"[7] = "staff"."weekly_minutes");--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_holiday_place" CHECK ("staff"."holiday_place" ~ '^([A-Z]{2}(-[A-Z0-9]{1,3})?)?$');--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_line_manager" CHECK ("staff"."line_manager_id" <> "staff"."id");--> statement-breakpoint
ALTER TABLE "iterations" ADD CONSTRAINT "iterations_do_not_overlap" EXCLUDE USING gist
  ("board_id" WITH =, daterange("starts_on", "ends_on", '[]') WITH &&) DEFERRABLE INITIALLY DEFERRED;
