package io.plumbline.store;

class H2LooksTest extends LooksTest {}
