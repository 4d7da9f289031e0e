package io.plumbline.store;

class H2LeadListTest extends LeadListTest {}
