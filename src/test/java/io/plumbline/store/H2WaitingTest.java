package io.plumbline.store;

class H2WaitingTest extends WaitingTest {}
