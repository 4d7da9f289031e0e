-- what cannot be called yet is read by when it can, so that nothing is walked that can be called now
create index consultation_lead_later on consultation_lead (queue_id, next_touch_at, id);
