package io.plumbline.diagnoses;

/**
 * A diagnosis of ICD-10-CM.
 *
 * @param code with its dot, at most 8 characters
 * @param release the official file from which the description comes, and whether it has to be compared with a newer one
 * @param isReferralOnly whether it is a reason to refer the patient, never one for a plan of care
 */
public record Diagnosis(String code, String description, String release, boolean isReferralOnly) {
    /** Returns code and description. */
    public String words() {
        return code + " " + description;
    }
}
