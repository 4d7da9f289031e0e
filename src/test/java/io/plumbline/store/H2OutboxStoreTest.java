package io.plumbline.store;

class H2OutboxStoreTest extends OutboxStoreTest {}
