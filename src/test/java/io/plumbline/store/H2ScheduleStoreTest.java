package io.plumbline.store;

class H2ScheduleStoreTest extends ScheduleStoreTest {}
