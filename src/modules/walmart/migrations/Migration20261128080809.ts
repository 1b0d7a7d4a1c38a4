import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261128080809 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "walmart_account" add column if not exists "seller" text null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "walmart_account" drop column if exists "seller";`);
  }

}
