package io.plumbline.store;

class H2LeadTwinTest extends LeadTwinTest {}
