import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261128231655 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "walmart_account_key" ("id" text not null, "client_id" text not null, "client_secret" text not null, "changed_by" text not null, "changed_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_account_key_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_account_key_deleted_at" ON "walmart_account_key" ("deleted_at") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "walmart_account_key" cascade;`);
  }

}
