-- a score of an outcome measure; its answers never change, and a correction is another row
create table outcome_score (
    id binary(16) not null primary key,
    version bigint not null,
    patient_id binary(16) not null,
    measure varchar(24) not null,
    -- of the definitions under which it was scored
    measures_version varchar(16) not null,
    measured_on date not null,
    score decimal(6, 2) not null,
    -- the published name of the range in which the score lies
    band varchar(60),
    -- the form from which the score was taken; empty where the patient was asked here
    document varchar(200) not null,
    status varchar(16) not null,
    recorded_at datetime(6) not null,
    recorded_by binary(16) not null,
    corrects_id binary(16),
    -- why it does not count any more, who said so and when
    reason varchar(400) not null,
    ended_by binary(16),
    ended_at datetime(6),
    -- patient, measure and day while the score counts, else null: one score of a measure a day
    day_key varchar(80),
    constraint outcome_score_patient foreign key (patient_id) references patient (id),
    constraint outcome_score_once_a_day unique (day_key)
);
create index outcome_score_of_patient on outcome_score (patient_id, measured_on, id);

create table outcome_score_answer (
    score_id binary(16) not null,
    position int not null,
    item varchar(120) not null,
    answer decimal(6, 2) not null,
    primary key (score_id, position),
    constraint outcome_score_answer_score foreign key (score_id) references outcome_score (id)
);
