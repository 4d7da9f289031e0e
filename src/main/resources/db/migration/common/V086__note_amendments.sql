-- what was added to a signed note: an addendum, or the reason why the note was entered in error; signed itself
create table session_note_amendment (
    id binary(16) not null primary key,
    note_id binary(16) not null,
    patient_id binary(16) not null,
    kind varchar(24) not null,
    amendment varchar(2000) not null,
    -- the note in the right record, if this one was written in the wrong one
    copy_id binary(16),
    signed_by binary(16) not null,
    signed_at datetime(6) not null,
    content_format int not null,
    content_hash varchar(80) not null,
    constraint session_note_amendment_note foreign key (note_id) references session_note (id)
);
create index session_note_amendment_of_note on session_note_amendment (note_id, signed_at, id);
create index session_note_amendment_of_copy on session_note_amendment (copy_id);

-- an addendum that is being written, one for each author
create table session_note_addendum_draft (
    id binary(16) not null primary key,
    note_id binary(16) not null,
    author_id binary(16) not null,
    addendum varchar(2000) not null,
    changed_at datetime(6) not null,
    version bigint not null,
    constraint session_note_addendum_draft_note foreign key (note_id) references session_note (id),
    constraint session_note_addendum_draft_of_author unique (note_id, author_id)
);

-- a note that was entered in error frees its visit, so that the visit can have the right one
alter table session_note drop index session_note_of_visit;
alter table session_note drop column planned_visit_or_self;
alter table session_note add column planned_visit_or_self binary(16)
    generated always as (case when status = 'ENTERED_IN_ERROR' then id else coalesce(planned_visit_id, id) end);
create unique index session_note_of_visit on session_note (planned_visit_or_self);
alter table session_note add column appointment_or_self binary(16)
    generated always as (case when status = 'ENTERED_IN_ERROR' then id else coalesce(appointment_id, id) end);
create unique index session_note_of_booked on session_note (appointment_or_self);
alter table session_note drop index session_note_of_appointment;
alter table session_note drop index session_note_of_planned_visit;
create index session_note_of_appointment on session_note (appointment_id);
create index session_note_of_planned_visit on session_note (planned_visit_id);

-- what may still change on a signed note, the next triggers say
drop trigger session_note_signed_update;
