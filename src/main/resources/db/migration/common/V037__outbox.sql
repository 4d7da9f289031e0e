create table outbox_mail (
    id binary(16) not null primary key,
    -- the record that it is about
    about binary(16) not null,
    -- whose people may see it, or sixteen zero bytes for the group
    clinic_id binary(16) not null,
    template varchar(40) not null,
    recipient varchar(254) not null,
    subject varchar(200) not null,
    body varchar(4000) not null,
    state varchar(8) not null,
    -- those that were made, the running one too
    attempts int not null,
    -- while it is being sent: when somebody else may send it
    next_try_at datetime(6) not null,
    -- why it was not sent
    reason varchar(200) not null,
    written_at datetime(6) not null,
    written_by binary(16) not null,
    sent_at datetime(6)
);

create index outbox_mail_due on outbox_mail (state, next_try_at, id);
create index outbox_mail_about on outbox_mail (about, written_at, id);
