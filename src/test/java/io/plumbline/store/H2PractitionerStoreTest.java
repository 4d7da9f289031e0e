package io.plumbline.store;

class H2PractitionerStoreTest extends PractitionerStoreTest {}
