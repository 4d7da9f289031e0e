package io.plumbline.store;

class H2AccountStoreTest extends AccountStoreTest {}
