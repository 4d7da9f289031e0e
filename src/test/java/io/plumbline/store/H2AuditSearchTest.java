package io.plumbline.store;

class H2AuditSearchTest extends AuditSearchTest {}
