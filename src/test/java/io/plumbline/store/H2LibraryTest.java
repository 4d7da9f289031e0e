package io.plumbline.store;

class H2LibraryTest extends LibraryTest {}
