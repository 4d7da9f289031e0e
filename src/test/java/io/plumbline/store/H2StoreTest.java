package io.plumbline.store;

class H2StoreTest extends StoreTest {}
