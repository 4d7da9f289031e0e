-- the severe or ongoing adverse reaction that every screen of a patient shows: severity and outcome in words, its first day
alter table patient_summary add column open_reaction varchar(60);
alter table patient_summary add column open_reaction_since date;
update patient_summary set
    open_reaction = (select concat(lower(r.severity), ', ', lower(r.outcome)) from adverse_reaction r where r.patient_id = patient_summary.patient_id
        and r.error_reason is null and r.outcome in ('ONGOING', 'RECOVERING', 'UNKNOWN')
        and (r.severity = 'SEVERE' or r.outcome = 'ONGOING')
        order by locate(r.severity, 'SEVERE MODERATE MILD'), r.began_on desc, r.id limit 1),
    open_reaction_since = (select r.began_on from adverse_reaction r where r.patient_id = patient_summary.patient_id
        and r.error_reason is null and r.outcome in ('ONGOING', 'RECOVERING', 'UNKNOWN')
        and (r.severity = 'SEVERE' or r.outcome = 'ONGOING')
        order by locate(r.severity, 'SEVERE MODERATE MILD'), r.began_on desc, r.id limit 1)
where exists (select 1 from adverse_reaction r where r.patient_id = patient_summary.patient_id
    and r.error_reason is null and r.outcome in ('ONGOING', 'RECOVERING', 'UNKNOWN')
        and (r.severity = 'SEVERE' or r.outcome = 'ONGOING'));
-- of records that are read as one, the most severe of all
update patient_summary set
    open_reaction = (select concat(lower(r.severity), ', ', lower(r.outcome)) from patient_read_as p
        join patient_read_as m on m.read_as_id = p.read_as_id
        join adverse_reaction r on r.patient_id = m.patient_id where p.patient_id = patient_summary.patient_id
        and r.error_reason is null and r.outcome in ('ONGOING', 'RECOVERING', 'UNKNOWN')
        and (r.severity = 'SEVERE' or r.outcome = 'ONGOING')
        order by locate(r.severity, 'SEVERE MODERATE MILD'), r.began_on desc, r.id limit 1),
    open_reaction_since = (select r.began_on from patient_read_as p
        join patient_read_as m on m.read_as_id = p.read_as_id
        join adverse_reaction r on r.patient_id = m.patient_id where p.patient_id = patient_summary.patient_id
        and r.error_reason is null and r.outcome in ('ONGOING', 'RECOVERING', 'UNKNOWN')
        and (r.severity = 'SEVERE' or r.outcome = 'ONGOING')
        order by locate(r.severity, 'SEVERE MODERATE MILD'), r.began_on desc, r.id limit 1)
where exists (select 1 from patient_read_as p where p.patient_id = patient_summary.patient_id);
-- the open flags of a clinic, for each chiropractor who works there
create index red_flag_of_clinic on red_flag (clinic_id, status, flag_level, raised_at);
