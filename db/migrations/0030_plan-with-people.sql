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
ALTER TABLE "staff" ADD COLUMN "day_minutes" integer[];--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "holiday_place" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "business_unit" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "line_manager_id" uuid;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_decided_by_staff_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_skills" ADD CONSTRAINT "staff_skills_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_skills" ADD CONSTRAINT "staff_skills_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
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
CREATE INDEX "leaves_of_staff" ON "leaves" USING btree ("staff_id","to_on");--> statement-breakpoint
CREATE INDEX "bookings_of_staff" ON "bookings" USING btree ("staff_id","to_on");--> statement-breakpoint
CREATE INDEX "bookings_of_project" ON "bookings" USING btree ("project_id");--> statement-breakpoint
CREATE UNIQUE INDEX "raci_roles_one_accountable_for_a_phase" ON "raci_roles" USING btree ("task_id") WHERE "raci_roles"."letter" = 'A';--> statement-breakpoint
CREATE UNIQUE INDEX "raci_roles_one_accountable_for_a_deliverable" ON "raci_roles" USING btree ("deliverable_id") WHERE "raci_roles"."letter" = 'A';--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_line_manager_id_staff_id_fk" FOREIGN KEY ("line_manager_id") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_day_minutes" CHECK (cardinality("staff"."day_minutes") = 7 and 0 <= all ("staff"."day_minutes") and 1440 >= all ("staff"."day_minutes") and "staff"."day_minutes"[1] + "staff"."day_minutes"[2] + "staff"."day_minutes"[3] + "staff"."day_minutes"[4] + "staff"."day_minutes"[5] + "staff"."day_minutes"[6] + "staff"."day_minutes"[7] = "staff"."weekly_minutes");--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_holiday_place" CHECK ("staff"."holiday_place" ~ '^([A-Z]{2}(-[A-Z0-9]{1,3})?)?$');--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_line_manager" CHECK ("staff"."line_manager_id" <> "staff"."id");