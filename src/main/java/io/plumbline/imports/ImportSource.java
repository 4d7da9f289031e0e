package io.plumbline.imports;

/** The product that wrote the file. The ids of patients are compared within one clinic and one source. */
public enum ImportSource {
    CLINIKO("Cliniko"),
    JANE("Jane"),
    CHIROTOUCH("ChiroTouch"),
    SPREADSHEET("Spreadsheet or other");

    private final String label;

    ImportSource(String label) {
        this.label = label;
    }

    /** Returns the name as shown. */
    public String label() {
        return label;
    }
}
