package io.plumbline.store;

class H2PlanMovesTest extends PlanMovesTest {}
