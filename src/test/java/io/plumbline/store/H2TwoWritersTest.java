package io.plumbline.store;

class H2TwoWritersTest extends TwoWritersTest {}
