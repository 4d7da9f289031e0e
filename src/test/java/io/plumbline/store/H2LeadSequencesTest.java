package io.plumbline.store;

class H2LeadSequencesTest extends LeadSequencesTest {}
