package io.plumbline.store;

class H2PatientsStoreTest extends PatientsStoreTest {}
