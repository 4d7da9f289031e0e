package io.plumbline;

class H2StoreRetryTest extends StoreRetryTest {}
