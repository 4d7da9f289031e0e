-- "One set of 30" is no dose for resting. Only where nobody changed or signed off what the library said.
update exercise_version set dose = ''
where number = 1 and approved_by is null and dose = 'Work toward one set of 30.'
    and exercise_id in (select id from exercise where slug = 'legs-elevated-rest' and number = 1);
update exercise set dose = null
where slug = 'legs-elevated-rest' and number = 1 and approved_number is null and dose = 'Work toward one set of 30.';
