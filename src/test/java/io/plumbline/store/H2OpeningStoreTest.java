package io.plumbline.store;

class H2OpeningStoreTest extends OpeningStoreTest {}
