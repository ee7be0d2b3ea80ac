CREATE TABLE "task_progress" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"task_uid" integer NOT NULL,
	"percent_complete" integer NOT NULL,
	"said_on" date NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "task_measures" DROP CONSTRAINT "task_measures_method";--> statement-breakpoint
ALTER TABLE "task_measures" DROP CONSTRAINT "task_measures_criteria";--> statement-breakpoint
ALTER TABLE "task_progress" ADD CONSTRAINT "task_progress_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "task_progress_project" ON "task_progress" USING btree ("project_id","task_uid","said_on");--> statement-breakpoint
ALTER TABLE "task_measures" ADD CONSTRAINT "task_measures_method" CHECK ("task_measures"."method" in ('0/100', '50/50', 'percent', 'weighted-milestones', 'criteria-accepted'));--> statement-breakpoint
ALTER TABLE "task_measures" ADD CONSTRAINT "task_measures_criteria" CHECK (("task_measures"."method" = 'criteria-accepted') = ("task_measures"."deliverable_id" is not null));