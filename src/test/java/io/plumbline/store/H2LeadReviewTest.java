package io.plumbline.store;

class H2LeadReviewTest extends LeadReviewTest {}
