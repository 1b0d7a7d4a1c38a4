import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261125102943 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "walmart_attempt" add column if not exists "unseen_at" timestamptz null;`);

    this.addSql(`alter table if exists "walmart_mailbox" add column if not exists "refusals" integer not null default 0;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "walmart_attempt" drop column if exists "unseen_at";`);

    this.addSql(`alter table if exists "walmart_mailbox" drop column if exists "refusals";`);
  }

}
