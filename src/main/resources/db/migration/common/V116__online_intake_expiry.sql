-- finds the links that have expired
create index online_intake_expiry on online_intake (state, expires_at, id);
