CREATE TABLE "criteria_confirmations" (
	"criteria_version_id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"confirmed_by" uuid NOT NULL,
	"confirmed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"time_zone" text NOT NULL,
	"statement" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "criteria_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"deliverable_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"criteria" jsonb NOT NULL,
	"digest" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "criteria_versions_number" UNIQUE("deliverable_id","number"),
	CONSTRAINT "criteria_versions_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "criteria_versions_digest" CHECK ("criteria_versions"."digest" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "quality_check_results" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"check_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"result" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"checked_by" uuid NOT NULL,
	"checked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "quality_check_results_result" CHECK ("quality_check_results"."result" in ('passed', 'failed')),
	CONSTRAINT "quality_check_results_version" CHECK ("quality_check_results"."version" > 0),
	CONSTRAINT "quality_check_results_reason" CHECK ("quality_check_results"."result" = 'passed' or "quality_check_results"."note" ~ '\S')
);
--> statement-breakpoint
CREATE TABLE "quality_checks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"deliverable_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"statement" text NOT NULL,
	"checker_id" uuid NOT NULL,
	CONSTRAINT "quality_checks_position" UNIQUE("deliverable_id","position"),
	CONSTRAINT "quality_checks_in_project" UNIQUE("project_id","id")
);
--> statement-breakpoint
CREATE TABLE "defect_answers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"defect_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"text" text NOT NULL,
	"answered_by" uuid NOT NULL,
	"answered_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "defect_answers_answer" CHECK ("defect_answers"."answer" in ('mended', 'not-a-defect'))
);
--> statement-breakpoint
CREATE TABLE "test_cases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"deliverable_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"criterion_position" integer NOT NULL,
	"title" text NOT NULL,
	"preparation" text DEFAULT '' NOT NULL,
	"steps" jsonb NOT NULL,
	CONSTRAINT "test_cases_position" UNIQUE("deliverable_id","position"),
	CONSTRAINT "test_cases_in_project" UNIQUE("project_id","id")
);
--> statement-breakpoint
CREATE TABLE "test_defect_files" (
	"project_id" uuid NOT NULL,
	"defect_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "test_defect_files_defect_id_position_pk" PRIMARY KEY("defect_id","position")
);
--> statement-breakpoint
CREATE TABLE "test_defects" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"step" integer NOT NULL,
	"number" integer NOT NULL,
	"description" text NOT NULL,
	"raised_by" uuid NOT NULL,
	"raised_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "test_defects_number" UNIQUE("project_id","number"),
	CONSTRAINT "test_defects_in_project" UNIQUE("project_id","id")
);
--> statement-breakpoint
CREATE TABLE "test_rounds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"deliverable_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"number" integer NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"cases" jsonb NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "test_rounds_number" UNIQUE("deliverable_id","version","number"),
	CONSTRAINT "test_rounds_in_project" UNIQUE("project_id","id")
);
--> statement-breakpoint
CREATE TABLE "test_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"steps" jsonb NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"run_by" uuid NOT NULL,
	"run_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "test_runs_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "test_runs_outcome" CHECK ("test_runs"."outcome" in ('passed', 'failed', 'blocked'))
);
--> statement-breakpoint
ALTER TABLE "baseline_tasks" ALTER COLUMN "duration_minutes" SET DATA TYPE double precision;--> statement-breakpoint
ALTER TABLE "baseline_tasks" ALTER COLUMN "work_minutes" SET DATA TYPE double precision;--> statement-breakpoint
ALTER TABLE "acceptance_criteria" ADD COLUMN "evidence_wanted" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "acceptance_criteria" ADD COLUMN "weight" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "criteria_version" integer;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "tests" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "criteria_confirmations" ADD CONSTRAINT "criteria_confirmations_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criteria_confirmations" ADD CONSTRAINT "criteria_confirmations_confirmed_by_contacts_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."contacts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criteria_confirmations" ADD CONSTRAINT "criteria_confirmations_version" FOREIGN KEY ("project_id","criteria_version_id") REFERENCES "public"."criteria_versions"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criteria_versions" ADD CONSTRAINT "criteria_versions_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criteria_versions" ADD CONSTRAINT "criteria_versions_proposed_by_staff_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criteria_versions" ADD CONSTRAINT "criteria_versions_deliverable" FOREIGN KEY ("project_id","deliverable_id") REFERENCES "public"."deliverables"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_check_results" ADD CONSTRAINT "quality_check_results_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_check_results" ADD CONSTRAINT "quality_check_results_checked_by_staff_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_check_results" ADD CONSTRAINT "quality_check_results_check" FOREIGN KEY ("project_id","check_id") REFERENCES "public"."quality_checks"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_checks" ADD CONSTRAINT "quality_checks_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_checks" ADD CONSTRAINT "quality_checks_checker_id_staff_id_fk" FOREIGN KEY ("checker_id") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_checks" ADD CONSTRAINT "quality_checks_deliverable" FOREIGN KEY ("project_id","deliverable_id") REFERENCES "public"."deliverables"("project_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defect_answers" ADD CONSTRAINT "defect_answers_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defect_answers" ADD CONSTRAINT "defect_answers_answered_by_staff_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "defect_answers" ADD CONSTRAINT "defect_answers_defect" FOREIGN KEY ("project_id","defect_id") REFERENCES "public"."test_defects"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_cases" ADD CONSTRAINT "test_cases_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_cases" ADD CONSTRAINT "test_cases_deliverable" FOREIGN KEY ("project_id","deliverable_id") REFERENCES "public"."deliverables"("project_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_defect_files" ADD CONSTRAINT "test_defect_files_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_defect_files" ADD CONSTRAINT "test_defect_files_sha256_files_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."files"("sha256") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_defect_files" ADD CONSTRAINT "test_defect_files_defect" FOREIGN KEY ("project_id","defect_id") REFERENCES "public"."test_defects"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_defects" ADD CONSTRAINT "test_defects_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_defects" ADD CONSTRAINT "test_defects_raised_by_contacts_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."contacts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_defects" ADD CONSTRAINT "test_defects_run" FOREIGN KEY ("project_id","run_id") REFERENCES "public"."test_runs"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_rounds" ADD CONSTRAINT "test_rounds_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_rounds" ADD CONSTRAINT "test_rounds_opened_by_staff_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_rounds" ADD CONSTRAINT "test_rounds_deliverable" FOREIGN KEY ("project_id","deliverable_id") REFERENCES "public"."deliverables"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_runs" ADD CONSTRAINT "test_runs_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_runs" ADD CONSTRAINT "test_runs_run_by_contacts_id_fk" FOREIGN KEY ("run_by") REFERENCES "public"."contacts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_runs" ADD CONSTRAINT "test_runs_round" FOREIGN KEY ("project_id","round_id") REFERENCES "public"."test_rounds"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acceptance_criteria" ADD CONSTRAINT "acceptance_criteria_weight" CHECK ("acceptance_criteria"."weight" between 1 and 1000);