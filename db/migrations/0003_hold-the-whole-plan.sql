CREATE TABLE "calendar_feeds" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"contact_id" uuid,
	"staff_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calendar_feeds_token" CHECK (octet_length("calendar_feeds"."token_hash") = 32),
	CONSTRAINT "calendar_feeds_person" CHECK (("calendar_feeds"."contact_id" is null) <> ("calendar_feeds"."staff_id" is null))
);
--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"header_fingerprint" text NOT NULL,
	"staff_id" uuid NOT NULL,
	"mapping" jsonb NOT NULL,
	"uses" integer DEFAULT 1 NOT NULL,
	"used_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_mappings_header_fingerprint_staff_id_pk" PRIMARY KEY("header_fingerprint","staff_id")
);
--> statement-breakpoint
CREATE TABLE "plan_tables" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"customer_id" uuid NOT NULL,
	"read_by" uuid NOT NULL,
	"into_project_id" uuid,
	"file_name" text NOT NULL,
	"file_sha256" text NOT NULL,
	"format" text NOT NULL,
	"preview" jsonb NOT NULL,
	"header_fingerprint" text NOT NULL,
	"read_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_assignments" (
	"project_id" uuid NOT NULL,
	"uid" integer NOT NULL,
	"position" integer NOT NULL,
	"task_uid" integer NOT NULL,
	"resource_uid" integer NOT NULL,
	"units_percent" double precision NOT NULL,
	"work_minutes" double precision NOT NULL,
	"actual_work_minutes" double precision NOT NULL,
	"remaining_work_minutes" double precision NOT NULL,
	"delay_minutes" double precision NOT NULL,
	"levelling_delay_minutes" double precision NOT NULL,
	"spread" jsonb,
	CONSTRAINT "plan_assignments_project_id_uid_pk" PRIMARY KEY("project_id","uid")
);
--> statement-breakpoint
CREATE TABLE "plan_resources" (
	"project_id" uuid NOT NULL,
	"uid" integer NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"calendar_uid" integer,
	"max_units_percent" double precision NOT NULL,
	"staff_id" uuid,
	CONSTRAINT "plan_resources_project_id_uid_pk" PRIMARY KEY("project_id","uid"),
	CONSTRAINT "plan_resources_kind" CHECK ("plan_resources"."kind" in ('work', 'material', 'cost'))
);
--> statement-breakpoint
ALTER TABLE "task_links" ALTER COLUMN "lag" SET DATA TYPE double precision;--> statement-breakpoint
ALTER TABLE "tasks" ALTER COLUMN "duration_minutes" SET DATA TYPE double precision;--> statement-breakpoint
ALTER TABLE "tasks" ALTER COLUMN "total_float_minutes" SET DATA TYPE double precision;--> statement-breakpoint
ALTER TABLE "plan_imports" ADD COLUMN "into_project_id" uuid;--> statement-breakpoint
ALTER TABLE "plan_imports" ADD COLUMN "accepted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "project_calendars" ADD COLUMN "position" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "task_links" ADD COLUMN "position" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "is_elapsed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "is_active" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "is_manual" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "manual_start_local" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "manual_finish_local" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "constraint_type" text DEFAULT 'ASAP' NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "constraint_local" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "deadline_local" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "actual_start_local" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "actual_finish_local" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "remaining_minutes" double precision;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "carried" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "early_start_local" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "early_finish_local" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "late_start_local" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "late_finish_local" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "free_float_minutes" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "driver" jsonb;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "finishes_local" text;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "status_local" text;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "minutes_per_week" integer DEFAULT 2400 NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "days_per_month" integer DEFAULT 20 NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "critical_float_minutes" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_mappings" ADD CONSTRAINT "import_mappings_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_tables" ADD CONSTRAINT "plan_tables_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_tables" ADD CONSTRAINT "plan_tables_read_by_staff_id_fk" FOREIGN KEY ("read_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_tables" ADD CONSTRAINT "plan_tables_into_project_id_projects_id_fk" FOREIGN KEY ("into_project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_assignments" ADD CONSTRAINT "plan_assignments_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_assignments" ADD CONSTRAINT "plan_assignments_task" FOREIGN KEY ("project_id","task_uid") REFERENCES "public"."tasks"("project_id","uid") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_assignments" ADD CONSTRAINT "plan_assignments_resource" FOREIGN KEY ("project_id","resource_uid") REFERENCES "public"."plan_resources"("project_id","uid") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_resources" ADD CONSTRAINT "plan_resources_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_resources" ADD CONSTRAINT "plan_resources_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_of_contact" ON "calendar_feeds" USING btree ("contact_id");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_of_staff" ON "calendar_feeds" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "plan_assignments_of_task" ON "plan_assignments" USING btree ("project_id","task_uid");--> statement-breakpoint
CREATE INDEX "plan_assignments_of_resource" ON "plan_assignments" USING btree ("project_id","resource_uid");--> statement-breakpoint
ALTER TABLE "plan_imports" ADD CONSTRAINT "plan_imports_into_project_id_projects_id_fk" FOREIGN KEY ("into_project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "plan_imports_of_project" ON "plan_imports" USING btree ("project_id","accepted_at");--> statement-breakpoint
-- Plans that an earlier version kept become whole: what it did not know is as usual. A start no earlier than a day was
-- the one constraint. Early, late and driver are worked out at the next change; until then early is as scheduled.
SET LOCAL row_security = off;
--> statement-breakpoint
UPDATE "tasks" SET "early_start_local" = "starts_local", "early_finish_local" = "finishes_local",
  "late_start_local" = "starts_local", "late_finish_local" = "finishes_local",
  "constraint_type" = CASE WHEN "not_before_local" IS NULL THEN 'ASAP' ELSE 'SNET' END,
  "constraint_local" = "not_before_local";
--> statement-breakpoint
UPDATE "plan_imports" SET "accepted_at" = "read_at" WHERE "project_id" IS NOT NULL;
--> statement-breakpoint
UPDATE "project_calendars" SET "definition" = "definition" || jsonb_build_object('workWeeks', '[]'::jsonb,
  'exceptions', (SELECT coalesce(jsonb_agg(e.value || '{"recurrence":null,"occurrences":null}' ORDER BY e.ordinality), '[]')
    FROM jsonb_array_elements("definition" -> 'exceptions') WITH ORDINALITY e));
--> statement-breakpoint
UPDATE "plan_imports" SET "plan" = '{"finishesAt":null,"statusAt":null,"minutesPerWeek":2400,"daysPerMonth":20,
  "criticalFloatMinutes":0,"resources":[],"assignments":[]}'::jsonb || "plan" || jsonb_build_object(
  'calendars', (SELECT coalesce(jsonb_agg(c.value || jsonb_build_object('workWeeks', '[]'::jsonb, 'exceptions',
      (SELECT coalesce(jsonb_agg(e.value || '{"recurrence":null,"occurrences":null}' ORDER BY e.ordinality), '[]')
        FROM jsonb_array_elements(c.value -> 'exceptions') WITH ORDINALITY e)) ORDER BY c.ordinality), '[]')
    FROM jsonb_array_elements("plan" -> 'calendars') WITH ORDINALITY c),
  'tasks', (SELECT coalesce(jsonb_agg('{"isElapsed":false,"isActive":true,"manual":null,"type":"fixed-units",
      "isEffortDriven":false,"deadline":null,"ignoresResourceCalendars":false,"levellingDelayMinutes":0,"splits":[],
      "actualStart":null,"actualFinish":null,"remainingMinutes":null,"stoppedAt":null,"resumesAt":null,"priority":500,
      "baselines":[]}'::jsonb || (t.value - 'notBefore') || jsonb_build_object('constraint', jsonb_build_object(
        'type', CASE WHEN t.value ->> 'notBefore' IS NULL THEN 'ASAP' ELSE 'SNET' END, 'at', t.value -> 'notBefore'))
      ORDER BY t.ordinality), '[]')
    FROM jsonb_array_elements("plan" -> 'tasks') WITH ORDINALITY t));
--> statement-breakpoint
ALTER TABLE "tasks" ALTER COLUMN "early_start_local" SET NOT NULL;
--> statement-breakpoint
ALTER TABLE "tasks" ALTER COLUMN "early_finish_local" SET NOT NULL;
--> statement-breakpoint
ALTER TABLE "tasks" ALTER COLUMN "late_start_local" SET NOT NULL;
--> statement-breakpoint
ALTER TABLE "tasks" ALTER COLUMN "late_finish_local" SET NOT NULL;
--> statement-breakpoint
ALTER TABLE "plan_imports" ADD CONSTRAINT "plan_imports_accepted" CHECK (("plan_imports"."project_id" is null) = ("plan_imports"."accepted_at" is null));--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_remaining" CHECK ("tasks"."remaining_minutes" >= 0);--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_constraint_type" CHECK ("tasks"."constraint_type" in ('ASAP', 'ALAP', 'MSO', 'MFO', 'SNET', 'SNLT', 'FNET', 'FNLT'));--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_constraint" CHECK (("tasks"."constraint_local" is null) = ("tasks"."constraint_type" in ('ASAP', 'ALAP')));--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_manual" CHECK ("tasks"."is_manual" or ("tasks"."manual_start_local" is null and "tasks"."manual_finish_local" is null));