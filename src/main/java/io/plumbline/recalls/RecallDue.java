package io.plumbline.recalls;

/** Whether those who are to be called on a later day are shown too. */
public enum RecallDue {
    TODAY("Due today"),
    ALL("All");

    private final String label;

    RecallDue(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
