package io.plumbline.leads.imports;

/** The columns of an import file of leads, in the order of the template. */
enum LeadImportColumn {
    ID("id"),
    NAME("name"),
    PHONE("phone"),
    EMAIL("e-mail"),
    LANGUAGE("language"),
    CONCERN("concern"),
    DAYS("days to call"),
    PARTS("parts of the day"),
    SOURCE("source"),
    CLINIC("clinic"),
    CONSENT("consent");

    private final String heading;

    LeadImportColumn(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }
}
