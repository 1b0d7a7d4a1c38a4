import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261128153737 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "walmart_notification" drop constraint if exists "walmart_notification_cause_unique";`);
    this.addSql(`create table if not exists "walmart_notification" ("id" text not null, "cause" text not null, "kind" text not null, "account_id" text not null, "walmart_order_id" text null, "about" text not null, "code" text null, "message" text null, "due_at" timestamptz null, "state" text check ("state" in ('waiting', 'sending', 'sent', 'gone')) not null default 'waiting', "first_at" timestamptz not null, "last_at" timestamptz not null, "count" integer not null default 1, "message_id" text null, "notified_at" timestamptz null, "held_until" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_notification_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_walmart_notification_cause_unique" ON "walmart_notification" ("cause") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_notification_deleted_at" ON "walmart_notification" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_notification_account_id_kind_notified_at" ON "walmart_notification" ("account_id", "kind", "notified_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_notification_waiting" ON "walmart_notification" ("account_id", "kind") WHERE state = 'waiting' AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_notification_sending" ON "walmart_notification" ("message_id") WHERE state = 'sending' AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_notification_live" ON "walmart_notification" ("cause") WHERE state IN ('waiting', 'sent') AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_notification_updated" ON "walmart_notification" ("updated_at") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "walmart_notification" cascade;`);
  }

}
