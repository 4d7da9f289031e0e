package io.plumbline.store;

class H2DuplicateCandidateTest extends DuplicateCandidateTest {}
