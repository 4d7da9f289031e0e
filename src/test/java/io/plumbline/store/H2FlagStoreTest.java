package io.plumbline.store;

class H2FlagStoreTest extends FlagStoreTest {}
