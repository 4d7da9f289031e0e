package io.plumbline.records.amendments;

import java.time.LocalDate;

/**
 * An amendment request as it is registered.
 *
 * @param patientNumber such as {@code P-1042}
 * @param requestedBy the requester, 1 to 160 characters: the patient, or a person who acts for them
 * @param identityCheck how the identity of the requester was checked, 1 to 200 characters
 * @param wanted what to amend and why, as it was asked, 1 to 2000 characters
 * @param receivedOn when the request came; not in the future
 */
public record AmendmentDraft(
        String patientNumber, String requestedBy, String identityCheck, String wanted, LocalDate receivedOn) {
    public static final int LONGEST_REQUESTED_BY = 160;
    public static final int LONGEST_IDENTITY = 200;
    public static final int LONGEST_WORDS = 2000;
    public static final int LONGEST_TOLD = 400;
}
