package io.plumbline.shared;

import java.util.List;

/**
 * The content of the header on every screen of a patient.
 *
 * @param page the URL of the patient's page
 * @param sameName that another patient has the same name, and what tells this one apart; empty if none has
 * @param about pronouns, age, birth date, patient number, and whether an interpreter is needed, on one line
 * @param status that the patient is inactive or deceased, and since when; empty if the patient is active
 * @param plan the active plan and its progress; empty if there is none
 * @param hold what is forbidden by a clinical hold; empty if there is none
 * @param careTeam the names; empty if there is no care team
 */
public record PatientHeaderContent(
        String name,
        String page,
        String sameName,
        String about,
        List<Alert> alerts,
        String status,
        String careTeam,
        String nextVisit,
        String plan,
        String hold) {
    /** An alert that must not be overlooked. */
    public record Alert(String words, boolean warning) {}
}
