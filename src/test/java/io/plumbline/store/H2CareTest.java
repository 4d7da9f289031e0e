package io.plumbline.store;

class H2CareTest extends CareTest {}
