package io.plumbline.bench;

class H2GeneratedGroupTest extends GeneratedGroupTest {}
