-- the queues whose clinic changed its hours since their leads' next touches were counted
create table queue_to_count (
    queue_id binary(16) not null,
    changed_at datetime(6) not null,
    primary key (queue_id)
);
