ALTER TABLE "time_reviews" DROP CONSTRAINT "time_reviews_act";--> statement-breakpoint
ALTER TABLE "timers" DROP CONSTRAINT "timers_task";
--> statement-breakpoint
ALTER TABLE "plan_edits" ADD COLUMN "removed" jsonb;--> statement-breakpoint
ALTER TABLE "task_assignments" ADD COLUMN "is_planned" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "task_assignments" ADD COLUMN "beside_minutes" integer;--> statement-breakpoint
ALTER TABLE "provider" ADD COLUMN "line_manager_releases" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "checked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "checked_by" uuid;--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_checked_by_staff_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timers" ADD CONSTRAINT "timers_task" FOREIGN KEY ("project_id","task_id") REFERENCES "public"."tasks"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_assignments" ADD CONSTRAINT "task_assignments_beside" CHECK ("task_assignments"."beside_minutes" is null or ("task_assignments"."is_planned" and "task_assignments"."beside_minutes" >= 0));--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_checked" CHECK (("time_entries"."checked_at" is null) = ("time_entries"."checked_by" is null));--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_checked_by_another" CHECK ("time_entries"."checked_by" <> "time_entries"."staff_id");--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_checked_once_submitted" CHECK ("time_entries"."checked_at" is null or "time_entries"."submitted_at" is not null);--> statement-breakpoint
ALTER TABLE "time_reviews" ADD CONSTRAINT "time_reviews_act" CHECK ("time_reviews"."act" in ('submitted', 'checked', 'approved', 'sent-back', 'taken-back'));