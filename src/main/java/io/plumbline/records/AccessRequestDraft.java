package io.plumbline.records;

import java.time.LocalDate;

/**
 * An access request as it is registered.
 *
 * @param patientNumber such as {@code P-1042}
 * @param requestedBy the requester, 1 to 160 characters: the patient, or a person who acts for them
 * @param identityCheck how the identity of the requester was checked, 1 to 200 characters
 * @param receivedOn when the request came; not in the future
 */
public record AccessRequestDraft(String patientNumber, String requestedBy, String identityCheck, LocalDate receivedOn) {
    public static final int LONGEST_REQUESTED_BY = 160;
    public static final int LONGEST_IDENTITY = 200;
}
