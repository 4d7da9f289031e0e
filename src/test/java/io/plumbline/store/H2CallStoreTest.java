package io.plumbline.store;

class H2CallStoreTest extends CallStoreTest {}
