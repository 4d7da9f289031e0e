-- the queues whose clinic changed its hours, until the follow-ups of their leads are recalculated
alter table queue_to_count rename to recalculation_queue;
