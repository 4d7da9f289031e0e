create table question (
    id binary(16) not null primary key,
    wording varchar(400) not null,
    wording_key varchar(64) not null,
    constraint question_once unique (wording_key)
);

create table answer (
    id binary(16) not null primary key,
    question_id binary(16) not null,
    author varchar(120) not null,
    city varchar(80) not null,
    state varchar(2) not null,
    answered_on date not null,
    -- private phone numbers and e-mail addresses are taken out before it is stored
    body varchar(8000) not null,
    review varchar(12) not null,
    review_reason varchar(400),
    reviewed_by binary(16),
    reviewed_at datetime(6),
    imported_by binary(16) not null,
    imported_at datetime(6) not null,
    -- SHA-256 of question, author, day and text as the page had them: what makes importing twice one answer
    content_key varchar(64) not null,
    version bigint not null,
    constraint answer_question foreign key (question_id) references question (id),
    constraint answer_once unique (content_key)
);
create index answer_by_day on answer (answered_on desc, id);
create index answer_by_review on answer (review, answered_on desc, id);

create table answer_flag (
    answer_id binary(16) not null,
    flag varchar(16) not null,
    primary key (answer_id, flag),
    constraint answer_flag_answer foreign key (answer_id) references answer (id)
);
create index answer_of_flag on answer_flag (flag, answer_id);

create table answer_mention (
    answer_id binary(16) not null,
    kind varchar(12) not null,
    code varchar(80) not null,
    primary key (answer_id, kind, code),
    constraint answer_mention_answer foreign key (answer_id) references answer (id)
);
create index answer_of_mention on answer_mention (kind, code, answer_id);

create table answer_word (
    answer_id binary(16) not null,
    word varchar(40) not null,
    primary key (answer_id, word),
    constraint answer_word_answer foreign key (answer_id) references answer (id)
);
create index answer_of_word on answer_word (word, answer_id);
