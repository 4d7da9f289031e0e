-- the planned visit of a note, or else the note itself: MySQL takes all that are null for one value, and would read
-- every note to find that of a planned visit
alter table session_note add column planned_visit_or_self binary(16)
    generated always as (coalesce(planned_visit_id, id));
create unique index session_note_of_visit on session_note (planned_visit_or_self);
