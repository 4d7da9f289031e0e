package io.plumbline;

class H2JobLeasesTest extends JobLeasesTest {}
