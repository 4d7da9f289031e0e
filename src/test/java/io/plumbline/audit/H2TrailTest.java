package io.plumbline.audit;

class H2TrailTest extends TrailTest {}
