-- A referral keeps the hold until the flag is cleared with evidence, and what is a hold is not monitored. What was
-- referred or monitored before is held again, and says so in its history.
insert into red_flag_step (id, flag_id, taken_at, taken_by, status, kind, reason)
select cast(concat('held', lpad(row_number() over (order by id), 12, '0')) as binary(16)), id, current_timestamp(6),
    x'00000000000070008000000000000001', case status when 'MONITORED' then 'RAISED' else status end, 'HELD_AGAIN',
    case when flag_level = 'R' then 'No adjustment: a referral keeps the hold until the flag is cleared with evidence or monitored'
        when status = 'MONITORED' then 'Held again: a flag of this level is not monitored; it holds until it is cleared with evidence'
        else 'Held again: a referral keeps the hold until the flag is cleared with evidence' end
from red_flag
where flag_level in ('E', 'U') and status in ('EMERGENCY_REFERRED', 'REFERRED', 'MONITORED')
    or flag_level = 'R' and status in ('EMERGENCY_REFERRED', 'REFERRED');

-- nobody has asked for these outcomes yet
update red_flag set outcome_due_at = coalesce(decided_at, raised_at), version = version + 1
where status = 'EMERGENCY_REFERRED' and flag_level in ('E', 'U', 'R') or status = 'REFERRED' and flag_level in ('E', 'U');

update red_flag set status = 'RAISED', monitored_until = null, acknowledged_at = null, acknowledged_by = null,
    version = version + 1
where status = 'MONITORED' and flag_level in ('E', 'U');

-- the header shows the most urgent flag in force, and so does a plan that runs
update patient_summary set open_flag_level = (
    select substring('EURC', min(locate(f.flag_level, 'EURC')), 1) from red_flag f
    where f.subject_id = patient_summary.patient_id and (f.status in ('RAISED', 'ACKNOWLEDGED')
        or f.status in ('EMERGENCY_REFERRED', 'REFERRED') and f.flag_level in ('E', 'U', 'R')))
where patient_id in (select subject_id from red_flag);

update treatment_plan set open_flag_level = (
    select s.open_flag_level from patient_summary s where s.patient_id = treatment_plan.patient_id)
where status in ('ACTIVE', 'ON_HOLD');

-- a flag is a positive screen, not a diagnosis
update red_flag set flag = case rule_id
        when 'RF-CES-1' then 'Possible saddle anesthesia'
        when 'RF-CES-2' then 'Possible bladder or bowel dysfunction'
        when 'RF-CES-3' then 'Possible progressive neurological deficit'
        when 'RF-CES-4' then 'Possible cauda equina feature'
        when 'RF-FX-1' then 'Possible fracture'
        when 'RF-FX-2' then 'Possible fragility fracture'
        when 'RF-FX-3' then 'Possible fracture risk'
        when 'RF-CA-1' then 'Possible malignancy'
        when 'RF-CA-2' then 'Possible malignancy'
        when 'RF-CA-3' then 'Possible malignancy, weak items'
        when 'RF-INF-1' then 'Possible infection'
        when 'RF-INF-2' then 'Possible infection risk'
        when 'RF-AAA-1' then 'Possible aortic aneurysm'
        when 'RF-INFL' then 'Possible inflammatory back pain'
        when 'RF-NEURO' then 'Possible myelopathy'
        when 'RF-DVT' then 'Possible deep vein thrombosis'
        when 'RF-CHEST' then 'Possible non-spinal cause'
        when 'RF-MOOD' then 'Possible risk to psychological safety'
        else flag end
where rules_version = '1';
