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
ALTER TABLE "projects" ADD COLUMN "plan_revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_edits" ADD CONSTRAINT "plan_edits_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_edits" ADD CONSTRAINT "plan_edits_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;