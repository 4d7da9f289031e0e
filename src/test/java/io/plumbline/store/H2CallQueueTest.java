package io.plumbline.store;

class H2CallQueueTest extends CallQueueTest {}
