package io.plumbline.store;

class H2LeadImportTest extends LeadImportServiceTest {}
