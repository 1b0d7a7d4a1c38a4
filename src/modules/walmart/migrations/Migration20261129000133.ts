import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261129000133 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "walmart_order" add column if not exists "note" text null, add column if not exists "note_by" text null, add column if not exists "note_at" timestamptz null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "walmart_order" drop column if exists "note", drop column if exists "note_by", drop column if exists "note_at";`);
  }

}
