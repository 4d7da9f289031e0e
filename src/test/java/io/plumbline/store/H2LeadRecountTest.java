package io.plumbline.store;

class H2LeadRecountTest extends LeadRecountTest {}
