-- one name for each person wherever they are called: their own with the preferred one behind it, or, for a merged
-- record, that of the record under which it is read
alter table patient add column read_name varchar(250);
update patient set read_name = (
    select n.name from (
        select distinct r.patient_id, trim(concat(k.given_name, ' ', k.family_name,
            case when k.preferred_name in ('', k.given_name) then '' else concat(' (', k.preferred_name, ')') end)) as name
        from patient_read_as r join patient k on k.id = r.read_as_id where r.patient_id <> r.read_as_id) n
    where n.patient_id = patient.id)
where id in (select r.patient_id from patient_read_as r where r.patient_id <> r.read_as_id);
alter table patient add column shown_as varchar(250)
    generated always as (coalesce(read_name, trim(concat(given_name, ' ', family_name,
        case when preferred_name in ('', given_name) then '' else concat(' (', preferred_name, ')') end))));
update disposal_rule set blanked = replace(blanked, 'interpreter = false', 'interpreter = false, read_name = null')
    where step = 1220;
