package io.plumbline.store;

class H2SignedNotesTest extends SignedNotesTest {}
