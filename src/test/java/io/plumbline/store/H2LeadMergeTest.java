package io.plumbline.store;

class H2LeadMergeTest extends LeadMergeTest {}
