package io.plumbline.store;

class H2LeadReportTest extends LeadReportTest {}
