-- digests of the areas, factors, limitations and answers of a draft as they are stored, so that a save does not read those
-- that stay as they are; null: not known. Who changes rows of these tables sets it to null.
alter table intake_note add column parts_hash varchar(64);
