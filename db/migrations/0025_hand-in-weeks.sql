CREATE TABLE "task_lines" (
	"project_id" uuid NOT NULL,
	"task_id" uuid PRIMARY KEY NOT NULL,
	"contract_line_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "time_reminders" (
	"staff_id" uuid NOT NULL,
	"missed_on" date NOT NULL,
	"mail_id" uuid NOT NULL,
	CONSTRAINT "time_reminders_staff_id_missed_on_pk" PRIMARY KEY("staff_id","missed_on")
);
--> statement-breakpoint
ALTER TABLE "task_lines" ADD CONSTRAINT "task_lines_task" FOREIGN KEY ("project_id","task_id") REFERENCES "public"."tasks"("project_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_lines" ADD CONSTRAINT "task_lines_line" FOREIGN KEY ("project_id","contract_line_id") REFERENCES "public"."contract_lines"("project_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_reminders" ADD CONSTRAINT "time_reminders_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_reminders" ADD CONSTRAINT "time_reminders_mail_id_mails_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mails"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "time_entries_unapproved" ON "time_entries" USING btree ("worked_on") WHERE "time_entries"."approved_at" is null;--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_approved_by_another" CHECK ("time_entries"."approved_by" <> "time_entries"."staff_id");