package io.plumbline.records.amendments;

/** For what alone an amendment request may be denied (45 CFR 164.526(a)(2)). */
public enum DenialBasis {
    NOT_CREATED_HERE("The clinics did not create the record"),
    NOT_IN_RECORD_SET("It is not part of the record that the patient may see"),
    ACCURATE_AND_COMPLETE("The record is accurate and complete");

    private final String label;

    DenialBasis(String label) {
        this.label = label;
    }

    /** Returns the basis in words. */
    public String label() {
        return label;
    }
}
