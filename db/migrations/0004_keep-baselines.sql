CREATE TABLE "baseline_budgets" (
	"project_id" uuid NOT NULL,
	"baseline_id" uuid PRIMARY KEY NOT NULL,
	"currency" text NOT NULL,
	"cost_minor" bigint NOT NULL,
	"planned_minutes" integer NOT NULL,
	"unrated_minutes" integer NOT NULL,
	"job_roles" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "baseline_tasks" (
	"project_id" uuid NOT NULL,
	"baseline_id" uuid NOT NULL,
	"uid" integer NOT NULL,
	"position" integer NOT NULL,
	"wbs" text NOT NULL,
	"name" text NOT NULL,
	"outline_level" integer NOT NULL,
	"is_summary" boolean NOT NULL,
	"is_milestone" boolean NOT NULL,
	"starts_local" text NOT NULL,
	"finishes_local" text NOT NULL,
	"duration_minutes" integer NOT NULL,
	"work_minutes" integer NOT NULL,
	"work_from" text NOT NULL,
	CONSTRAINT "baseline_tasks_baseline_id_uid_pk" PRIMARY KEY("baseline_id","uid"),
	CONSTRAINT "baseline_tasks_lengths" CHECK ("baseline_tasks"."duration_minutes" >= 0 and "baseline_tasks"."work_minutes" >= 0),
	CONSTRAINT "baseline_tasks_work_from" CHECK ("baseline_tasks"."work_from" in ('people', 'resources', 'duration'))
);
--> statement-breakpoint
CREATE TABLE "baselines" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"occasion" text NOT NULL,
	"name" text NOT NULL,
	"reason" text NOT NULL,
	"taken_by" uuid NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	CONSTRAINT "baselines_number" UNIQUE("project_id","number"),
	CONSTRAINT "baselines_in_project" UNIQUE("project_id","id"),
	CONSTRAINT "baselines_from_one" CHECK ("baselines"."number" >= 1),
	CONSTRAINT "baselines_occasion" CHECK ("baselines"."occasion" in ('contract', 'replan')),
	CONSTRAINT "baselines_reason" CHECK ("baselines"."number" = 1 or "baselines"."reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "forecasts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"seed" bigint NOT NULL,
	"iterations" integer NOT NULL,
	"plan_digest" text NOT NULL,
	"outcome" jsonb NOT NULL,
	"run_by" uuid NOT NULL,
	"run_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "forecasts_number" UNIQUE("project_id","number"),
	CONSTRAINT "forecasts_from_one" CHECK ("forecasts"."number" >= 1),
	CONSTRAINT "forecasts_iterations" CHECK ("forecasts"."iterations" between 1 and 100000),
	CONSTRAINT "forecasts_seed" CHECK ("forecasts"."seed" between 0 and 4294967295)
);
--> statement-breakpoint
CREATE TABLE "task_estimates" (
	"project_id" uuid NOT NULL,
	"task_uid" integer NOT NULL,
	"distribution" jsonb NOT NULL,
	"estimated_by" uuid NOT NULL,
	"estimated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "task_estimates_project_id_task_uid_pk" PRIMARY KEY("project_id","task_uid")
);
--> statement-breakpoint
CREATE TABLE "task_measures" (
	"project_id" uuid NOT NULL,
	"task_uid" integer NOT NULL,
	"method" text NOT NULL,
	"steps" jsonb NOT NULL,
	"deliverable_id" uuid,
	CONSTRAINT "task_measures_project_id_task_uid_pk" PRIMARY KEY("project_id","task_uid"),
	CONSTRAINT "task_measures_method" CHECK ("task_measures"."method" in ('0/100', '50/50', 'percent', 'steps', 'criteria')),
	CONSTRAINT "task_measures_criteria" CHECK (("task_measures"."method" = 'criteria') = ("task_measures"."deliverable_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "baseline_budgets" ADD CONSTRAINT "baseline_budgets_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "baseline_budgets" ADD CONSTRAINT "baseline_budgets_baseline" FOREIGN KEY ("project_id","baseline_id") REFERENCES "public"."baselines"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "baseline_tasks" ADD CONSTRAINT "baseline_tasks_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "baseline_tasks" ADD CONSTRAINT "baseline_tasks_baseline" FOREIGN KEY ("project_id","baseline_id") REFERENCES "public"."baselines"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "baselines" ADD CONSTRAINT "baselines_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "baselines" ADD CONSTRAINT "baselines_taken_by_staff_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forecasts" ADD CONSTRAINT "forecasts_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forecasts" ADD CONSTRAINT "forecasts_run_by_staff_id_fk" FOREIGN KEY ("run_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_estimates" ADD CONSTRAINT "task_estimates_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_estimates" ADD CONSTRAINT "task_estimates_estimated_by_staff_id_fk" FOREIGN KEY ("estimated_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_estimates" ADD CONSTRAINT "task_estimates_task" FOREIGN KEY ("project_id","task_uid") REFERENCES "public"."tasks"("project_id","uid") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_measures" ADD CONSTRAINT "task_measures_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_measures" ADD CONSTRAINT "task_measures_task" FOREIGN KEY ("project_id","task_uid") REFERENCES "public"."tasks"("project_id","uid") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_measures" ADD CONSTRAINT "task_measures_deliverable" FOREIGN KEY ("project_id","deliverable_id") REFERENCES "public"."deliverables"("project_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "forecasts_project" ON "forecasts" USING btree ("project_id","run_at");--> statement-breakpoint
ALTER TABLE "tasks" DROP COLUMN "not_before_local";