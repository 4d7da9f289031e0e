package io.plumbline.diagnoses;

import org.jspecify.annotations.Nullable;

/**
 * A code of the official order file that is valid for billing.
 *
 * @param code with its dot
 * @param description the long one
 * @param year of the file from which the description comes
 * @param retiredIn the year of the first file that no longer has the code; null while it is valid
 */
record OfficialCode(
        String code, String description, int year, @Nullable Integer retiredIn) {
    OfficialCode retired(int by) {
        return new OfficialCode(code, description, year, by);
    }

    /** Returns the year of the file that said something new of the code. */
    int changedIn() {
        return retiredIn == null ? year : retiredIn;
    }
}
