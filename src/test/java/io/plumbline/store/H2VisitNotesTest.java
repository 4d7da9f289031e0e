package io.plumbline.store;

class H2VisitNotesTest extends VisitNotesTest {}
