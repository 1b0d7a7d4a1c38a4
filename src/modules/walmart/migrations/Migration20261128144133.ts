import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261128144133 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "walmart_queue" add column if not exists "subject" text check ("subject" in ('order')) not null default 'order';`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "walmart_queue" drop column if exists "subject";`);
  }

}
