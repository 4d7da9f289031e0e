package io.plumbline.store;

class H2ConsultationStoreTest extends ConsultationStoreTest {}
