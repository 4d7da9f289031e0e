-- the earlier of two may be a patient, whom those who call the lead may not see: PATIENT
alter table lead_twin add column earlier_kind varchar(10) not null default 'LEAD';

-- how it was settled: MERGED, CONVERTED or DIFFERENT
alter table lead_twin add column settled_as varchar(10);
update lead_twin set settled_as = 'DIFFERENT' where settled_at is not null;
update lead_twin set settled_as = 'MERGED' where settled_at is not null
    and exists (select 1 from lead_alias a where a.lead_id = lead_twin.later_id and a.kept_id = lead_twin.earlier_id
        or a.lead_id = lead_twin.earlier_id and a.kept_id = lead_twin.later_id);

-- of which queues the managers are asked about a pair: those of its leads, and the clinics that know its patient. Ordered
-- by when it was found, and once it is settled by when that was
create table lead_twin_queue (
    queue_id binary(16) not null,
    settled boolean not null,
    since datetime(6) not null,
    twin_id binary(16) not null,
    primary key (queue_id, settled, since, twin_id),
    constraint lead_twin_queue_once unique (twin_id, queue_id)
);
insert into lead_twin_queue (queue_id, settled, since, twin_id)
select l.queue_id, d.settled_at is not null, coalesce(d.settled_at, d.found_at), d.id
from lead_twin d join consultation_lead l on l.id = d.earlier_id where l.status <> 'MERGED' or d.settled_at is not null;
insert ignore into lead_twin_queue (queue_id, settled, since, twin_id)
select l.queue_id, d.settled_at is not null, coalesce(d.settled_at, d.found_at), d.id
from lead_twin d join consultation_lead l on l.id = d.later_id where l.status <> 'MERGED' or d.settled_at is not null;
alter table lead_twin drop index lead_twin_waits;
alter table lead_twin drop column waits_since;

-- leads for which others of the same person have to be looked for, by a job: they came in, were corrected or moved. Of a
-- store that is older than the search among patients, all that are open
create table lead_twin_due (
    id binary(16) not null primary key,
    lead_id binary(16) not null
);
create index lead_twin_due_of_lead on lead_twin_due (lead_id);
insert into lead_twin_due (id, lead_id)
select id, id from consultation_lead where status not in ('CONVERTED', 'LOST', 'SPAM', 'MERGED');
