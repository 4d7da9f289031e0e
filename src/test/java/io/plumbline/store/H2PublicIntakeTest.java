package io.plumbline.store;

class H2PublicIntakeTest extends PublicIntakeTest {}
